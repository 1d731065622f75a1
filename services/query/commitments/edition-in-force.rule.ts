import { formatDay, type Day } from '../../../libs/calendars/local-date.calendar.js';
import { periodOf, type Period } from '../../../libs/calendars/period.calendar.js';
import type { Edition } from '../../../libs/register/charter.fact.js';

type InForce = Pick<Edition, 'id' | 'from' | 'to'>;

/** The edition in force on a day; `undefined` before the first. */
export function editionInForce<One extends InForce>(editions: readonly One[], day: Day): One | undefined {
  return editionsInForce(editions, { start: day, end: day })[0];
}

/** Which edition is meant by whoever names none on day K, where that needs saying: the year may span two, or have none. */
export function editionNotes(editions: readonly InForce[], day: Day): readonly string[] {
  const inForce = editionInForce(editions, day);
  if (inForce === undefined) return [`No edition of the charter was in force on ${formatDay(day)}.`];
  return spanNotes(editions, periodOf('year', day)).map(
    (note) => `${note} This is ${inForce.id}, in force on ${formatDay(day)}.`,
  );
}

/** A note where a financial year spans two editions of the charter; otherwise none. */
export function spanNotes(editions: readonly InForce[], year: Period): readonly string[] {
  const spanned = editionsInForce(editions, year);
  if (spanned.length < 2) return [];
  const stretches = spanned.map(({ id, from, to }) => `${id} from ${from}${to === null ? '' : ` to ${to}`}`);
  return [`The financial year ${year.code} spans two editions of the charter: ${stretches.join(', ')}.`];
}

/** Those in force on some of the days. Dates compare as texts. */
function editionsInForce<One extends InForce>(
  editions: readonly One[],
  { start, end }: Pick<Period, 'start' | 'end'>,
): readonly One[] {
  const [first, last] = [formatDay(start), formatDay(end)];
  return editions.filter(({ from, to }) => from <= last && (to === null || first <= to));
}
