import type { FactOf } from '../../events/fact-catalogue.fact.js';
import { firstNotBefore, itemsBegunBy } from './case-reading.journey.js';
import type { Claim } from './claim.journey.js';

/** An appeal to the tribunal. */
export interface Appeal {
  readonly lodged: FactOf<'appeal.lodged'>;
  readonly decided: FactOf<'appeal.decided'> | null;
}

export function appealsOf({ reading }: Claim): readonly Appeal[] {
  return itemsBegunBy(reading, 'appeal.lodged').map(({ begun, facts }) => ({
    lodged: begun,
    decided: firstNotBefore(facts, 'appeal.decided', begun),
  }));
}
