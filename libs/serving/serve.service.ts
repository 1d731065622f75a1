/** A program that serves until it is told to stop. */
export interface Serving {
  /** Where it listens. */
  readonly address: string;
  /** What a person who started it should know besides. */
  readonly notice?: string;
  /** Stops it in order: nothing is taken any more, what is in hand is finished, connections are given back. */
  readonly close: () => Promise<void>;
}

/** How a process ends that could not begin, for a reason that an operator can put right. */
const REFUSED = 2;

/**
 * Runs a program to its end: says where it listens, and stops it when the process is told to. An error that belongs to a
 * closed list (it says whether trying again can help) is told in one line and ends the process with 2.
 */
export async function serve(name: string, start: () => Promise<Serving>): Promise<void> {
  try {
    const { address, notice, close } = await start();
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => void close().then(() => process.exit(0)));
    }
    process.stdout.write(`${name} listens on ${address}\n`);
    if (notice !== undefined) process.stdout.write(`\n${notice}\n`);
  } catch (error) {
    if (!isForeseen(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(REFUSED);
  }
}

function isForeseen(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'retriable' in error;
}
