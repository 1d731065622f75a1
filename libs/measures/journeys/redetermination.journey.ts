import { localDay, type Day } from '../../calendars/local-date.calendar.js';
import { dayOfFact, earlierOf, first, firstNotBefore, itemsBegunBy } from './case-reading.journey.js';
import type { Claim } from './claim.journey.js';

/** A fresh look at a decision, asked for by the person. */
export interface Redetermination {
  readonly requestedDay: Day;
  /** The day its clock started: requested or, where late, accepted late; `null` while it is not running. */
  readonly clockStart: Day | null;
  /** Of the first decision in sequence, whether or not the request had been withdrawn before it. */
  readonly decidedDay: Day | null;
  /** Of the first withdrawal in sequence, where it came before any decision. */
  readonly withdrawnDay: Day | null;
  /** Of whichever ended it first, and what it came to. */
  readonly endedDay: Day | null;
  readonly outcome: 'allowed' | 'partly-allowed' | 'disallowed' | 'withdrawn' | null;
  /** Whether its decision is another than the first one. */
  readonly changedDecision: boolean;
  /** Whether the person was told that it is overdue, whenever that was. */
  readonly overdueNotified: boolean;
}

export function redeterminationsOf({ reading }: Claim): readonly Redetermination[] {
  return itemsBegunBy(reading, 'redetermination.requested').map(({ begun, facts }) => {
    const decided = firstNotBefore(facts, 'redetermination.decided', begun);
    const withdrawn = firstNotBefore(facts, 'redetermination.withdrawn', begun);
    const ended = earlierOf(facts, decided, withdrawn);
    const clock = begun.data.late === true ? first(facts, 'redetermination.accepted-late') : begun;
    return {
      requestedDay: localDay(begun.at),
      clockStart: dayOfFact(clock),
      decidedDay: dayOfFact(decided),
      withdrawnDay: ended === withdrawn ? dayOfFact(withdrawn) : null,
      endedDay: dayOfFact(ended),
      outcome: ended === null ? null : ended === decided ? decided.data.outcome : 'withdrawn',
      changedDecision: decided !== null && decided.data.outcome !== 'disallowed',
      overdueNotified: first(facts, 'redetermination.overdue-notified') !== null,
    };
  });
}
