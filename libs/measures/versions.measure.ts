import { parseDay, type Day } from '../calendars/local-date.calendar.js';
import { nameOf, type Measure } from './measure.measure.js';

/**
 * Versions of one measure in the order in which they come into force. A period has the figures of the version in force on
 * its first day (contract: measures, "Versions").
 */
export type Versions = readonly Measure[];

/** From which day on a version is in force; the first always was. */
export function inForceFrom({ inForceFrom: date }: Measure): Day {
  return date === undefined ? -Infinity : (parseDay(date) ?? NaN);
}

/** Those of a measure by its id; by `<id>@<version>` that one alone, for the whole time; none where there is no such. */
export function versionsNamed(name: string, measures: readonly Measure[]): Versions {
  const one = measures.find((measure) => nameOf(measure) === name);
  if (one !== undefined) return [one];
  return measures.filter(({ id }) => id === name).sort((a, b) => inForceFrom(a) - inForceFrom(b));
}

/** Of what is held of each version, in order, that of the version in force on a day: the first until another is. */
export function inForceOn<Held extends { readonly measure: Measure }>(versions: readonly Held[], day: Day): Held {
  const [first] = versions;
  const held = versions.findLast(({ measure }) => inForceFrom(measure) <= day) ?? first;
  if (held === undefined) throw new RangeError('a measure has at least one version');
  return held;
}

/** The version in force on a day. */
export function versionInForce(versions: Versions, day: Day): Measure {
  return inForceOn(
    versions.map((measure) => ({ measure })),
    day,
  ).measure;
}

/** Of each measure the version that comes last into force, in the order of the list. */
export function newestOfEach(measures: readonly Measure[]): readonly Measure[] {
  return measures.filter((measure) => versionsNamed(measure.id, measures).at(-1) === measure);
}
