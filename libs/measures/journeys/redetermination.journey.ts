import type { FactOf } from '../../events/fact-catalogue.fact.js';
import { localDay, type Day } from '../../calendars/local-date.calendar.js';
import { earlierOf, first, firstNotBefore, itemsBegunBy } from './case-reading.journey.js';
import type { Claim } from './claim.journey.js';

/** A fresh look at a decision, asked for by the person. */
export interface Redetermination {
  /** The first decision in sequence, whether or not the request had been withdrawn before it. */
  readonly decided: FactOf<'redetermination.decided'> | null;
  /** What ended it first. */
  readonly ended: FactOf<'redetermination.decided'> | FactOf<'redetermination.withdrawn'> | null;
  /** The day its clock started: requested or, where late, accepted late; `null` while it is not running. */
  readonly clockStart: Day | null;
}

export function redeterminationsOf({ reading }: Claim): readonly Redetermination[] {
  return itemsBegunBy(reading, 'redetermination.requested').map(({ begun, facts }) => {
    const decided = firstNotBefore(facts, 'redetermination.decided', begun);
    const withdrawn = firstNotBefore(facts, 'redetermination.withdrawn', begun);
    const clock = begun.data.late === true ? first(facts, 'redetermination.accepted-late') : begun;
    return {
      decided,
      ended: earlierOf(facts, decided, withdrawn),
      clockStart: clock === null ? null : localDay(clock.at),
    };
  });
}
