import type { Day } from '../../../libs/calendars/local-date.calendar.js';
import type { RecordedFact } from '../../../libs/events/case.codec.js';
import {
  reportedStanding,
  subjectOf,
  type Reported,
  type ReportedStanding,
} from '../../../libs/measures/reported/reported-standing.measure.js';

/** What was reported, as it was read at one moment. */
export interface ReportedReading {
  /** False where the store did not say all: something reported may be missing. */
  readonly isWhole: boolean;
  /** As known at the end of day K; each is worked out once. */
  readonly standingOf: (about: Reported, asOf: Day) => ReportedStanding;
}

/** Reads off the facts of subjects; a subject that is not there has none. */
export function readingOf(cases: ReadonlyMap<string, readonly RecordedFact[]>, isWhole: boolean): ReportedReading {
  const workedOut = new Map<string, ReportedStanding>();
  return {
    isWhole,
    standingOf: (about, asOf) => {
      const subject = subjectOf(about);
      const key = `${subject} ${asOf}`;
      const standing = workedOut.get(key) ?? reportedStanding(cases.get(subject) ?? [], about, asOf);
      workedOut.set(key, standing);
      return standing;
    },
  };
}

export const MAY_BE_MISSING =
  'Some of what was reported or filed last may be missing: the store did not answer, or has not taken it in yet.';
