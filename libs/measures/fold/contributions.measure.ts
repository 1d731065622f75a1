import { CaseViews, type JourneyName } from '../journeys/case-views.journey.js';
import type { Reading } from '../journeys/case-reading.journey.js';
import type { MeasureOf } from '../measure.measure.js';
import type { Rules } from '../rules.measure.js';
import type { Program } from './program.measure.js';

const width = 4;

/** Contributions one after the other: measure, tuple, day and x of each. Kept from case to case to save allocation. */
export class Contributions {
  #values = new Int32Array(64 * width);
  #length = 0;
  #measure = 0;
  #tuple = 0;

  /** Takes a contribution of the measure and tuple being counted. */
  readonly count = (day: number, x: number): void => {
    if (this.#length + width > this.#values.length) this.#grow();
    const at = this.#length;
    this.#values[at] = this.#measure;
    this.#values[at + 1] = this.#tuple;
    this.#values[at + 2] = day;
    this.#values[at + 3] = x;
    this.#length = at + width;
  };

  countFor(measure: number, tuple: number): void {
    this.#measure = measure;
    this.#tuple = tuple;
  }

  clear(): void {
    this.#length = 0;
  }

  equals(other: Contributions): boolean {
    if (this.#length !== other.#length) return false;
    for (let i = 0; i < this.#length; i += 1) if (this.#values[i] !== other.#values[i]) return false;
    return true;
  }

  forEach(visit: (measure: number, tuple: number, day: number, x: number) => void): void {
    const values = this.#values;
    for (let i = 0; i < this.#length; i += width) {
      visit(values[i] ?? 0, values[i + 1] ?? 0, values[i + 2] ?? 0, values[i + 3] ?? 0);
    }
  }

  #grow(): void {
    const grown = new Int32Array(this.#values.length * 2);
    grown.set(this.#values);
    this.#values = grown;
  }
}

/**
 * What a case contributes to the measures of the given indexes: a pure function of its facts as they stand and the
 * rules. `into` is cleared first.
 */
export function contributionsOf(
  reading: Reading,
  { measures, rules }: Program,
  indexes: readonly number[],
  into: Contributions,
): void {
  into.clear();
  const views = new CaseViews(reading);
  for (const index of indexes) {
    const measure = measures[index];
    if (measure !== undefined) contribute(measure, index, views, rules, into);
  }
}

function contribute<Name extends JourneyName>(
  measure: MeasureOf<Name>,
  index: number,
  views: CaseViews,
  rules: Rules,
  into: Contributions,
): void {
  const view = views.view(measure.journey);
  if (view === null) return;
  into.countFor(index, view.tuple);
  measure.contribute(view, rules, into.count);
}
