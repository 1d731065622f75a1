import { localDay, type Day } from '../../calendars/local-date.calendar.js';
import type { FactName } from '../../events/fact-name.fact.js';
import { firstNotBefore, itemsBegunBy } from './case-reading.journey.js';
import type { Claim } from './claim.journey.js';

/** Something that was asked for and is to be done. */
export interface Fulfilment {
  readonly requestedDay: Day;
  readonly fulfilled: boolean;
}

export function fulfilmentsOf({ reading }: Claim, begin: FactName, end: FactName): readonly Fulfilment[] {
  return itemsBegunBy(reading, begin).map(({ begun, facts }) => ({
    requestedDay: localDay(begun.at),
    fulfilled: firstNotBefore(facts, end, begun) !== null,
  }));
}
