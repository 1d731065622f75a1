import type { Period } from '../../../libs/calendars/period.calendar.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { versionInForce, versionsNamed } from '../../../libs/measures/versions.measure.js';
import type { FrameworkMeasure } from '../../../libs/register/charter.fact.js';
import { measureIdBehind } from '../commitments/measure-behind.rule.js';

/** A computed measure, by the version in force in the year, and the framework measures that it is evidence for. */
export interface Evidencing {
  readonly measure: Measure;
  /** Ids, in the register's order. */
  readonly frameworks: readonly string[];
}

/** What the framework's figures of a year are counted by, each once, in the register's order. */
export function evidencingIn(
  { start }: Pick<Period, 'start'>,
  framework: readonly FrameworkMeasure[],
  measures: readonly Measure[],
): readonly Evidencing[] {
  const named = framework.flatMap(({ id, evidencedBy }) =>
    evidencedBy.flatMap((evidence) => {
      const measure = measureIdBehind(evidence);
      return measure === null ? [] : [{ measure, framework: id }];
    }),
  );
  return [...Map.groupBy(named, ({ measure }) => measure)].flatMap(([id, evidence]) => {
    const versions = versionsNamed(id, measures);
    if (versions.length === 0) return [];
    const frameworks = [...new Set(evidence.map((one) => one.framework))];
    return [{ measure: versionInForce(versions, start), frameworks }];
  });
}
