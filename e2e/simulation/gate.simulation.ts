/** Something that runs, and can be stopped at any call that it makes. */
export class Process {
  alive = true;
  /** Its calls stay where they are until it goes on. */
  paused = false;

  constructor(readonly name: string) {}
}

/** Where a call goes: `nowhere` is a mere wait. */
export type Place = 'log' | 'store' | 'nowhere';

/** The place that was called cannot be reached, or was cut off before it answered. */
export class Unreachable extends Error {
  readonly code = 'unreachable';
  readonly retriable = true;
  constructor(place: Place) {
    super(`the ${place} cannot be reached`);
  }
}

/** A call that a process has made and that has had no effect yet. */
export interface WaitingCall {
  readonly process: Process;
  readonly place: Place;
  readonly what: string;
  /** Lets it have its effect. Its caller knows nothing yet, and never will unless it is told. */
  takeEffect(): Promise<Effect>;
  /** Tells the caller that the place cannot be reached, whether or not the call has had its effect. */
  refuse(): void;
}

/** Whether a call changes what is stored. */
export function writes({ place, what }: WaitingCall): boolean {
  return place === 'store' && writing.test(what);
}

const writing = /^(commit|create|insert|replace|advance|merge|pointTo|delete)/;

/** What a call has come to. */
export interface Effect {
  /** What went wrong; `null`: nothing. */
  readonly error: unknown;
  readonly tell: () => void;
}

interface Waiting extends WaitingCall {
  readonly open: () => boolean;
}

const alwaysOpen = (): boolean => true;

/**
 * Where every call of every process waits until the scheduler lets it through. Between two calls nothing runs but the
 * process that was answered last, so that a simulation has no other order than the one it decides.
 */
export class Gate {
  readonly #waiting = new Set<Waiting>();

  /** Makes a call: it waits until it is `open` and let through, has its effect, and answers. */
  pass<T>(
    process: Process,
    place: Place,
    what: string,
    call: () => Promise<T>,
    open: () => boolean = alwaysOpen,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const takeEffect = async (): Promise<Effect> => {
        this.#waiting.delete(waiting);
        try {
          const answer = await call();
          return { error: null, tell: () => resolve(answer) };
        } catch (error) {
          return {
            error,
            tell: () => reject(error instanceof Error ? error : new Error('no error was thrown', { cause: error })),
          };
        }
      };
      const refuse = (): void => {
        this.#waiting.delete(waiting);
        reject(new Unreachable(place));
      };
      const waiting: Waiting = { process, place, what, open, takeEffect, refuse };
      if (process.alive) this.#waiting.add(waiting);
    });
  }

  /** The calls that can be let through now, in the order in which they were made. */
  openCalls(): readonly WaitingCall[] {
    return [...this.#waiting].filter(({ process, open }) => !process.paused && open());
  }

  /** The processes that have made a call to a place, the paused ones among them. */
  waitingFor(place: Place): ReadonlySet<Process> {
    return new Set([...this.#waiting].filter((call) => call.place === place).map(({ process }) => process));
  }

  /** The process is gone: its calls are never answered. */
  end(process: Process): void {
    process.alive = false;
    for (const call of this.#waiting) if (call.process === process) this.#waiting.delete(call);
  }
}

/** Resolves when no process can go on by itself: all wait at the gate. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
