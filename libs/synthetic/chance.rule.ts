import type { Choices } from './choices.rule.js';

/** Everything that synthetic data leave to chance: one stream of numbers, decided by its seed (sfc32). */
export class Chance {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  /** @param seed what the stream stands for; two that differ give streams that have nothing to do with each other */
  constructor(...seed: readonly (number | string)[]) {
    this.#a = hashOf(seed, 0x811c9dc5);
    this.#b = hashOf(seed, 0x9e3779b9);
    this.#c = hashOf(seed, 0x85ebca6b);
    for (let round = 0; round < 8; round += 1) this.next();
  }

  /** From 0 up to 1, 1 excluded. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
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

  /** One of several things, each as often as its weight says. */
  pick<T>({ things, upTo, total }: Choices<T>): T {
    const place = this.next() * total;
    let index = 0;
    while (index < things.length - 1 && place >= (upTo[index] ?? 0)) index += 1;
    return things[index] as T;
  }

  /** Normally distributed, mean 0 and standard deviation 1 (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Lognormally distributed; `sigma` is the standard deviation of the logarithm. */
  lognormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** Exponentially distributed. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** How often something happens that does so independently, `mean` times on average (Poisson). */
  times(mean: number): number {
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const least = Math.exp(-mean);
    let times = 0;
    for (let product = this.next(); product > least; product *= this.next()) times += 1;
    return times;
  }
}

/** FNV-1a over the parts of a seed, mixed once more at the end. */
function hashOf(seed: readonly (number | string)[], basis: number): number {
  let hash = basis;
  const text = seed.join(' ');
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}
