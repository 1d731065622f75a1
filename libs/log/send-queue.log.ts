interface Waiting<T> {
  readonly items: readonly T[];
  /** When it came, in milliseconds of `performance.now()`. */
  readonly since: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Sends what is added, in order, one group after the other: what comes while one is under way goes together afterwards.
 * When a group fails, so does what waits behind it; what is added later is tried anew.
 */
export class SendQueue<T> {
  readonly #send: (items: readonly T[], since: number) => Promise<void>;
  readonly #mostItems: number;
  #waiting: Waiting<T>[] = [];
  #running: Promise<void> | null = null;

  /** `send` resolves when the items are durable. It is told since when the first of them has waited. */
  constructor(send: (items: readonly T[], since: number) => Promise<void>, mostItems: number) {
    this.#send = send;
    this.#mostItems = mostItems;
  }

  add(items: readonly T[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, since: performance.now(), resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#nextGroup();
      try {
        await this.#send(
          group.flatMap(({ items }) => items),
          group[0]?.since ?? performance.now(),
        );
        for (const one of group) one.resolve();
      } catch (error) {
        for (const one of [...group, ...this.#waiting.splice(0)]) one.reject(error);
      }
    }
    this.#running = null;
  }

  /** Whole additions, at least one, as long as they do not exceed the most items together. */
  #nextGroup(): readonly Waiting<T>[] {
    let count = 0;
    const cut = this.#waiting.findIndex(({ items }, index) => {
      count += items.length;
      return index > 0 && count > this.#mostItems;
    });
    return this.#waiting.splice(0, cut === -1 ? this.#waiting.length : cut);
  }
}
