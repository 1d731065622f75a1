import type { Alternative, Trial } from './trial.rule.js';

/** What costs less suppresses nothing. */
export const WORTH_LOOKING_ON = 1;

/** The cheapest of the alternatives that are offered; the first of those that cost the same. */
export class Search {
  #best: Alternative | null = null;
  #left: number;

  /** At most `patience` are looked at once there is one. */
  constructor(patience: number) {
    this.#left = patience;
  }

  /** Whether it is no use to go on: nothing can be cheaper, or enough were looked at. */
  isOver(): boolean {
    return this.#best !== null && (this.#best.cost < WORTH_LOOKING_ON || this.#left <= 0);
  }

  get best(): Alternative | null {
    return this.#best;
  }

  /** An alternative costs as much as the parts that it is put together from, which have no cell in common. */
  offer(trial: Trial, rest: Alternative = nothing): void {
    this.#left -= 1;
    const found = trial.result((this.#best?.cost ?? Infinity) - rest.cost);
    if (found !== null) this.#best = together(found, rest);
  }
}

export const nothing: Alternative = { cells: [], by: [], cost: 0 };

export function together(one: Alternative, other: Alternative): Alternative {
  return { cells: [...one.cells, ...other.cells], by: [...one.by, ...other.by], cost: one.cost + other.cost };
}
