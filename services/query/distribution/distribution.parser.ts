import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import { saysHowLong } from '../../../libs/measures/distribution/distribution.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { newestOfEach } from '../../../libs/measures/versions.measure.js';
import { parseExplain, type Asked } from '../explain/explain.parser.js';
import type { QueryMembers } from '../observations/query-string.parser.js';
import { unknownMember } from '../observations/plain-query.parser.js';
import { parsed, refused, type Parsed } from '../refusal.rule.js';

const MEMBERS = ['measure', 'period', 'filter[<dimension>]', 'asOf'];

/** Reads the query of `GET /v1/distribution`: a figure is named as for an explanation, of a measure that says how long. */
export function parseDistribution(
  members: QueryMembers,
  measures: readonly Measure[],
  today: Day,
): Parsed<Omit<Asked, 'after'>> {
  if (members.has('after')) return refused(unknownMember('after', MEMBERS));
  const asked = parseExplain(members, measures, today);
  if (!asked.ok) return asked;
  const { question, versions } = asked.value;
  if (saysHowLong(question.measure)) return parsed({ question, versions });
  return refused({
    member: 'measure',
    detail: 'The measure does not say how long anything took.',
    allowed: newestOfEach(measures)
      .filter(saysHowLong)
      .map(({ id }) => id),
  });
}
