import { expect } from '@jest/globals';
import type { Day } from '../../libs/calendars/local-date.calendar.js';
import type { Grain } from '../../libs/calendars/period.calendar.js';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { cubesOf, type Measure } from '../../libs/measures/measure.measure.js';
import { addends, sumsByPeriod, type SampleFigures } from './sample-figures.testkit.js';

/** A measure with a breakdown that it allows, and a grain. */
export interface Breakdown {
  readonly measure: Measure;
  readonly grain: Grain;
  readonly by: readonly string[];
}

/** Every measure by every dimension and pair of dimensions of its cubes, at every one of the grains. */
export function everyBreakdown(grains: readonly Grain[]): readonly Breakdown[] {
  return measures.flatMap((measure) => {
    const sets = cubesOf(measure).flatMap((cube) => [
      ...cube.map((dimension) => [dimension]),
      ...cube.flatMap((one, place) => cube.slice(place + 1).map((other) => [one, other])),
    ]);
    const different = [...new Map(sets.map((by) => [by.join(), by])).values()];
    return grains.flatMap((grain) => different.map((by) => ({ measure, grain, by })));
  });
}

/** The parts of a breakdown sum to the whole in every period, as known on a day. */
export function expectSumsEqualTheWhole({ ask }: SampleFigures, { measure, grain, by }: Breakdown, asOf: Day): void {
  const sums = sumsByPeriod(measure, ask(measure, grain, by, asOf));
  for (const whole of ask(measure, grain, [], asOf)) {
    const own = addends(measure, whole);
    const sum = sums.get(whole.period) ?? own.map(() => 0);
    if (sum.some((part, index) => part !== own[index])) {
      expect({ measure: measure.id, grain, by, asOf, period: whole.period, sum }).toEqual({ sum: own });
    }
  }
}
