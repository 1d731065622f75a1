import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import { formatDay } from '../../../libs/calendars/local-date.calendar.js';
import { waiting, type Question } from '../../../libs/measures/figures/question.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { newestOfEach } from '../../../libs/measures/versions.measure.js';
import { readObservations } from '../observations/observations.parser.js';
import { parseQuestion } from '../observations/question.parser.js';
import type { QueryMembers } from '../observations/query-string.parser.js';
import { parsed, refused, type Parsed } from '../refusal.rule.js';

const MEMBERS = ['measure', 'filter[<dimension>]', 'asOf'];
/** The stock of which the queue is the whole. */
export const STOCK = 'open-applications';

/** Whether a queue stands behind a measure: the stock, or limits of which some are still pending. */
export function hasQueue({ id, kind }: Pick<Measure, 'id' | 'kind'>): boolean {
  return id === STOCK || kind === 'limit';
}

/** Reads the query of `GET /v1/queue`: what is asked of the measure on the day K. */
export function parseQueue(members: QueryMembers, measures: readonly Measure[], today: Day): Parsed<Question> {
  const query = readObservations(members, MEMBERS);
  if (!query.ok) return query;
  const { measure, filter, asOf = formatDay(today) } = query.value;
  const range = { grain: 'day' as const, from: asOf, to: asOf };
  const question = parseQuestion({ measure, filter, by: [], asOf, ...range }, measures, today);
  if (!question.ok) return refused(...question.refusals.filter(({ member }) => member !== 'from' && member !== 'to'));
  if (!hasQueue(question.value.measure)) return refused(noQueue(measures));
  return waiting.name in question.value.filter ? refused(tellsWaiting) : parsed(question.value);
}

const tellsWaiting = {
  member: `filter[${waiting.name}]`,
  detail: 'The answer tells how many have waited how long: it cannot be asked for some of these.',
};

function noQueue(measures: readonly Measure[]): {
  readonly member: string;
  readonly detail: string;
  readonly allowed: readonly string[];
} {
  const allowed = newestOfEach(measures)
    .filter(hasQueue)
    .map(({ id }) => id);
  return { member: 'measure', detail: 'No queue stands behind the measure.', allowed };
}
