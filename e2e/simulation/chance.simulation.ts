/** Everything that a simulation leaves to chance: one stream of numbers, decided by its seed (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 up to 1, 1 excluded. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  }

  /** Whether something happens that does so in this share of cases. */
  happens(share: number): boolean {
    return this.next() < share;
  }

  /** A whole number, both bounds included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  oneOf<T>(list: readonly T[]): T {
    const picked = list[this.between(0, list.length - 1)];
    if (picked === undefined) throw new RangeError('nothing can be picked from an empty list');
    return picked;
  }

  shuffled<T>(list: readonly T[]): readonly T[] {
    const shuffled = [...list];
    for (let left = shuffled.length - 1; left > 0; left -= 1) {
      const other = this.between(0, left);
      [shuffled[left], shuffled[other]] = [shuffled[other] as T, shuffled[left] as T];
    }
    return shuffled;
  }
}
