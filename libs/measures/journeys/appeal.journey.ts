import { localDay, type Day } from '../../calendars/local-date.calendar.js';
import { dayOfFact, firstNotBefore, itemsBegunBy } from './case-reading.journey.js';
import type { Claim } from './claim.journey.js';

/** An appeal to the tribunal. */
export interface Appeal {
  readonly lodgedDay: Day;
  readonly decidedDay: Day | null;
  readonly outcome: 'upheld' | 'partly-upheld' | 'dismissed' | 'withdrawn' | null;
  /** Whether the tribunal changed the agency's decision. */
  readonly changedDecision: boolean;
}

export function appealsOf({ reading }: Claim): readonly Appeal[] {
  return itemsBegunBy(reading, 'appeal.lodged').map(({ begun, facts }) => {
    const decided = firstNotBefore(facts, 'appeal.decided', begun);
    const outcome = decided?.data.outcome ?? null;
    return {
      lodgedDay: localDay(begun.at),
      decidedDay: dayOfFact(decided),
      outcome,
      changedDecision: outcome === 'upheld' || outcome === 'partly-upheld',
    };
  });
}
