import { localDay, type Day } from '../../calendars/local-date.calendar.js';
import type { FactOf } from '../../events/fact-catalogue.fact.js';
import type { FactName } from '../../events/fact-name.fact.js';
import { firstNotBefore, itemsBegunBy } from './case-reading.journey.js';
import type { Claim } from './claim.journey.js';

/** Something that was asked for and is to be done. */
export interface Fulfilment {
  readonly requestedDay: Day;
  readonly fulfilled: boolean;
}

/** What was asked for by one fact, each ref once, and whether another has fulfilled it; only requests that are meant. */
export function fulfilmentsOf<Begin extends FactName>(
  { reading }: Claim,
  begin: Begin,
  end: FactName,
  isMeant: (request: FactOf<Begin>) => boolean,
): readonly Fulfilment[] {
  return itemsBegunBy(reading, begin)
    .filter(({ begun }) => isMeant(begun))
    .map(({ begun, facts }) => ({
      requestedDay: localDay(begun.at),
      fulfilled: firstNotBefore(facts, end, begun) !== null,
    }));
}
