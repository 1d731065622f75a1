import { waiting } from '../measures/figures/question.measure.js';
import type { Figure } from '../measures/figures/figure.measure.js';
import type { Measure } from '../measures/measure.measure.js';

/** A change of the quantities of one place: which of them, and by how many. */
export type Shift = readonly { readonly quantity: number; readonly by: number }[];

/**
 * The counts that a place has. Quantity 0 is how many records there are; where records differ by what is counted of them
 * (in the numerator or not, which part, how long waiting) quantity 1 + x is how many there are of each sort x.
 */
export interface Quantities {
  readonly number: number;
  /** Whether answers show the quantity; those of records that are not in the numerator can only be guessed at. */
  readonly isShown: readonly boolean[];
  /** The quantity of each part of shares, of each waiting band; of the numerator as `yes`. */
  readonly named: ReadonlyMap<string, number>;
  /** Every way in which one record more, one fewer, or one of another sort changes the quantities. */
  readonly shifts: readonly Shift[];
}

export const numeratorName = 'yes';
const remainderName = 'no';

/** The quantities of a measure's kind. */
export function quantitiesOf(measure: Measure): Quantities {
  switch (measure.kind) {
    case 'proportion':
    case 'limit':
      return quantitiesNamed([remainderName, numeratorName], [remainderName]);
    case 'shares':
      return quantitiesNamed(measure.parts ?? []);
    case 'stock':
      return quantitiesNamed(measure.derivedDimensions === undefined ? [] : waiting.codes);
    case 'count':
    case 'time':
    case 'mean':
      return quantitiesNamed([]);
  }
}

/** The quantities of a figure, in order. Of a stock by waiting band only how many there are. */
export function countsIn(measure: Measure, { value, numerator, denominator, parts }: Figure): readonly number[] {
  switch (measure.kind) {
    case 'proportion':
    case 'limit':
      return [denominator ?? 0, (denominator ?? 0) - (numerator ?? 0), numerator ?? 0];
    case 'shares':
      return [value ?? 0, ...(measure.parts ?? []).map((part) => parts?.[part] ?? 0)];
    case 'time':
    case 'mean':
      return [denominator ?? 0];
    case 'count':
    case 'stock':
      return [value ?? 0];
  }
}

export function opposite(shift: Shift): Shift {
  return shift.map(({ quantity, by }) => ({ quantity, by: -by }));
}

function quantitiesNamed(sorts: readonly string[], hidden: readonly string[] = []): Quantities {
  const places = sorts.map((_, x) => 1 + x);
  const more: readonly Shift[] =
    places.length === 0 ? [one(0)] : places.map((quantity) => [...one(0), ...one(quantity)]);
  const turned = places.flatMap((from) =>
    places.filter((to) => to !== from).map((to): Shift => [...one(to), ...opposite(one(from))]),
  );
  return {
    number: 1 + sorts.length,
    isShown: [true, ...sorts.map((sort) => !hidden.includes(sort))],
    named: new Map(sorts.map((sort, x) => [sort, 1 + x])),
    shifts: [...more, ...more.map(opposite), ...turned],
  };
}

function one(quantity: number): Shift {
  return [{ quantity, by: 1 }];
}
