import { formatInstant } from '../../calendars/instant.calendar.js';
import { formatDay, type Day } from '../../calendars/local-date.calendar.js';
import type { RecordedFact } from '../../events/case.codec.js';
import { effectiveFacts } from '../../events/correction.fact.js';

/** What something is reported about: a measure of the framework, by its id, and a financial year, by its code. */
export interface Reported {
  readonly measure: string;
  readonly year: string;
}

/** Who told something, and when. */
interface Telling {
  /** The system that told it, and what it calls the fact: to correct or withdraw it both must be named. */
  readonly source: string;
  readonly id: string;
  /** When it was reported, RFC 3339 in UTC, to the millisecond. */
  readonly time: string;
  /** The day on which that was first recorded, `YYYY-MM-DD`. */
  readonly recordedOn: string;
}

/** A figure that somebody worked out elsewhere; its members are as reported and need not agree with each other. */
export interface ReportedFigure extends Telling {
  readonly value: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly note: string | null;
}

/** Something told in words, which is never scored. */
export interface FiledEntry extends Telling {
  readonly title: string;
  readonly summary: string;
  readonly link: string | null;
}

/** What stands of all that was reported about a measure and year. */
export interface ReportedStanding {
  readonly figure: ReportedFigure | null;
  /** In reading order, the earliest first. */
  readonly entries: readonly FiledEntry[];
}

export const nothingReported: ReportedStanding = { figure: null, entries: [] };

/** The case in which everything is told about a measure and year. Source: contract, events, "Reported". */
export function subjectOf({ measure, year }: Reported): string {
  return `${measure}.${year}`;
}

/**
 * What stands as known at the end of day K: of several figures the latest in reading order, each entry on its own,
 * corrected and withdrawn as the case says (contract: events). A fact of another measure or year than its subject names
 * is about neither, and stands nowhere. A function of the set of facts.
 *
 * @param facts of the subject, each identity once
 */
export function reportedStanding(
  facts: readonly RecordedFact[],
  { measure, year }: Reported,
  asOf: Day,
): ReportedStanding {
  let figure: ReportedFigure | null = null;
  const entries: FiledEntry[] = [];
  for (const fact of effectiveFacts(facts.filter(({ recordDay }) => recordDay <= asOf))) {
    if (fact.name !== 'figure.reported' && fact.name !== 'evidence.filed') continue;
    if (fact.data.measure !== measure || fact.data.year !== year) continue;
    if (fact.name === 'figure.reported') {
      const { value, numerator = null, denominator = null, note = null } = fact.data;
      figure = { value, numerator, denominator, note, ...tellingOf(fact) };
    } else {
      const { title, summary, link = null } = fact.data;
      entries.push({ title, summary, link, ...tellingOf(fact) });
    }
  }
  return { figure, entries };
}

function tellingOf({ source, id, at, recordDay }: RecordedFact): Telling {
  return { source, id, time: formatInstant(at), recordedOn: formatDay(recordDay) };
}
