import type { Calibration } from './calibration.schema.js';
import type { Problem } from './problem.fact.js';
import { repeatedKeys } from './unique.rule.js';

/** Sums of decimal fractions are a little out. */
const TOLERANCE = 1e-9;

/** The problems of a calibration that the schema alone cannot see. */
export function problemsOfCalibration({
  benefits,
  seasons,
  weekdays,
  channels,
  surge,
}: Calibration): readonly Problem[] {
  return [
    ...repeatedKeys(benefits, '/benefits', ({ code }) => code),
    ...benefits.flatMap((benefit, index) => {
      const pointer = `/benefits/${index}`;
      return [
        ...(benefit.season in seasons
          ? []
          : [{ pointer: `${pointer}/season`, what: `names no season: ${benefit.season}` }]),
        ...(benefit.channels in channels
          ? []
          : [{ pointer: `${pointer}/channels`, what: `names no set of channels: ${benefit.channels}` }]),
        ...mustAddUpTo(1, Object.values(benefit.outcomes), `${pointer}/outcomes`),
      ];
    }),
    ...Object.entries(seasons).flatMap(([name, factors]) => mustAddUpTo(12, factors, `/seasons/${name}`)),
    ...mustAddUpTo(7, weekdays, '/weekdays'),
    ...surge.medians.flatMap(({ afterDays }, index) => {
      const before = surge.medians[index - 1];
      return before === undefined || before.afterDays < afterDays
        ? []
        : [{ pointer: `/surge/medians/${index}`, what: 'does not come after the one before' }];
    }),
  ];
}

function mustAddUpTo(sum: number, values: readonly number[], pointer: string): readonly Problem[] {
  const found = values.reduce((total, value) => total + value, 0);
  return Math.abs(found - sum) < TOLERANCE ? [] : [{ pointer, what: `must add up to ${sum}` }];
}
