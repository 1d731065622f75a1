import type { Trace } from './trace.simulation.js';

/** Something that runs, and can be stopped at any call that it makes. */
export class Process {
  alive = true;
  /** Its calls stay where they are until it goes on. */
  paused = false;

  constructor(readonly name: string) {}
}

/** A call that a process has made and that has had no effect yet. */
export interface WaitingCall {
  readonly process: Process;
  readonly what: string;
  /** Whether it may be let through; a wait for something stays closed until that has come. */
  readonly open: () => boolean;
  /** Lets it have its effect; answers once it has, without telling the caller. */
  readonly takeEffect: () => Promise<Effect>;
}

/** What a call came to, to be told to its caller, or never. */
export interface Effect {
  readonly tell: () => void;
}

const alwaysOpen = (): boolean => true;

/**
 * Where every call of every process waits until the scheduler lets it through. Between two calls nothing runs but the
 * process that was answered last, so that a simulation has no other order than the one it decides.
 */
export class Gate {
  readonly #waiting: WaitingCall[] = [];

  constructor(private readonly trace: Trace) {}

  /** Makes a call: it waits at the gate, has its effect, and answers. */
  pass<T>(process: Process, what: string, call: () => Promise<T>, open: () => boolean = alwaysOpen): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const takeEffect = async (): Promise<Effect> => {
        this.remove(waiting);
        try {
          const answer = await call();
          return { tell: () => resolve(answer) };
        } catch (error) {
          this.trace.note(`${process.name} ${what}: ${String(error)}`);
          return { tell: () => reject(error as Error) };
        }
      };
      const waiting: WaitingCall = { process, what, open, takeEffect };
      this.#waiting.push(waiting);
    });
  }

  /** The calls that can be let through now. */
  get open(): readonly WaitingCall[] {
    return this.#waiting.filter(({ process, open }) => !process.paused && open());
  }

  remove(call: WaitingCall): void {
    const place = this.#waiting.indexOf(call);
    if (place >= 0) this.#waiting.splice(place, 1);
  }

  /** The process is gone: its calls are never answered. */
  end(process: Process): void {
    process.alive = false;
    for (const call of this.#waiting.filter((waiting) => waiting.process === process)) this.remove(call);
  }
}
