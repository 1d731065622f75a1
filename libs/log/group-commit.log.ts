interface Waiting<T> {
  readonly items: readonly T[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Gathers what is added within one turn of the event loop and has it written at once: one sync to disk for all of it. */
export class GroupCommit<T> {
  readonly #write: (items: readonly T[]) => void;
  #waiting: Waiting<T>[] = [];
  #written: Promise<void> = Promise.resolve();

  /** `write` returns when the items are durable; if it throws, each that waited is refused with what it threw. */
  constructor(write: (items: readonly T[]) => void) {
    this.#write = write;
  }

  add(items: readonly T[]): Promise<void> {
    if (this.#waiting.length === 0) this.#written = this.#writeAfterThisTurn();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, resolve, reject });
    });
  }

  /** Resolves when all that was added so far has been written or refused. */
  settled(): Promise<void> {
    return this.#written;
  }

  async #writeAfterThisTurn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    const group = this.#waiting;
    this.#waiting = [];
    try {
      this.#write(group.flatMap((one) => one.items));
      for (const one of group) one.resolve();
    } catch (error) {
      for (const one of group) one.reject(error);
    }
  }
}
