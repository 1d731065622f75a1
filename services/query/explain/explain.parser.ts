import { parsePeriod } from '../../../libs/calendars/period.calendar.js';
import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import type { Question } from '../../../libs/measures/figures/question.measure.js';
import type { Measure } from '../../../libs/measures/measure.measure.js';
import { versionsNamed, type Versions } from '../../../libs/measures/versions.measure.js';
import { readObservations } from '../observations/observations.parser.js';
import { parseQuestion } from '../observations/question.parser.js';
import type { QueryMembers } from '../observations/query-string.parser.js';
import { PERIOD_CODES } from '../observations/range.parser.js';
import { parsed, refused, type Parsed, type Refusal } from '../refusal.rule.js';
import { readPageMark, type PageMark } from './page-mark.codec.js';

const MEMBERS = ['measure', 'period', 'filter[<dimension>]', 'asOf', 'after'];

/** The figure to explain, and from where on its cases are to be listed; `null`: from the first. */
export interface Asked {
  /** Of one period, without a breakdown. */
  readonly question: Question;
  /** Of its measure: those that follow one another, or the one that is asked for by name. */
  readonly versions: Versions;
  readonly after: PageMark | null;
}

/** Reads the query of `GET /v1/explain`; what it has in common with one for observations is read as there. */
export function parseExplain(members: QueryMembers, measures: readonly Measure[], today: Day): Parsed<Asked> {
  const common = new Map([...members].filter(([name]) => name !== 'period' && name !== 'after'));
  const query = readObservations(common, MEMBERS);
  const [code, ...more] = members.get('period') ?? [];
  const period = code === undefined || more.length > 0 ? null : parsePeriod(code);
  const after = readAfter(members.get('after'));
  if (!query.ok || period === null || code === undefined || !after.ok) {
    return refused(
      ...(query.ok ? [] : query.refusals),
      ...(period === null ? [notAPeriod] : []),
      ...(after.ok ? [] : after.refusals),
    );
  }
  const { measure, by, filter, asOf } = query.value;
  const range = { grain: period.grain, from: code, to: code };
  const question = parseQuestion(
    { measure, by, filter, ...range, ...(asOf === undefined ? {} : { asOf }) },
    measures,
    today,
  );
  if (!question.ok) return refused(...question.refusals.map(ofThePeriod));
  const versions = versionsNamed(measure, measures);
  return parsed({ question: question.value, versions, after: after.value });
}

const notAPeriod: Refusal = { member: 'period', detail: 'Takes one period code, once.', allowed: PERIOD_CODES };

function readAfter(values: readonly string[] | undefined): Parsed<PageMark | null> {
  if (values === undefined) return parsed(null);
  const mark = values.length === 1 ? readPageMark(values[0] ?? '') : null;
  return mark === null ? refused(notAMark) : parsed(mark);
}

const notAMark: Refusal = { member: 'after', detail: 'Takes what a page before it has as `next`, once.' };

/** The period stands for what is told apart elsewhere. */
function ofThePeriod(refusal: Refusal): Refusal {
  return ['grain', 'from', 'to'].includes(refusal.member) ? { ...refusal, member: 'period' } : refusal;
}
