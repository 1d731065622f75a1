import type { FactOf } from '../../events/fact-catalogue.fact.js';
import { first, firstNotBefore, itemsBegunBy } from './case-reading.journey.js';
import type { Claim } from './claim.journey.js';

/** A payment that was promised. */
export interface Payment {
  readonly promised: FactOf<'payment.promised'>;
  readonly issued: FactOf<'payment.issued'> | null;
  readonly corrected: boolean;
}

export function paymentsOf({ reading }: Claim): readonly Payment[] {
  return itemsBegunBy(reading, 'payment.promised').map(({ begun, facts }) => ({
    promised: begun,
    issued: firstNotBefore(facts, 'payment.issued', begun),
    corrected: first(facts, 'payment.corrected') !== null,
  }));
}
