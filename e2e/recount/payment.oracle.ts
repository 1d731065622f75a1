import type { Claim } from './claim.oracle.js';
import type { Day } from './day.oracle.js';
import { dayOf } from './day.oracle.js';
import { requiredText } from './fact.oracle.js';
import type { Item } from './item.oracle.js';
import { itemOf } from './item.oracle.js';
import { settle } from './limit.oracle.js';
import { factsOf, firstInSequence, firstOfEachRef } from './putting-right.oracle.js';

/** What is counted of a claim's payments. */
export function paymentItems({ facts, dimensions }: Claim, asOf: Day): readonly Item[] {
  return [...firstOfEachRef(facts, 'payment.promised')].flatMap(([ref, promised]) => {
    const items: Item[] = [];
    const issued = firstInSequence(factsOf(facts, 'payment.issued', ref), promised);
    const settled = settle(dayOf(requiredText(promised.data, 'due')), issued?.day, asOf);
    if (settled !== undefined) {
      items.push(itemOf('payments-on-time', settled.day, dimensions, settled.met));
    }
    if (issued !== undefined) {
      const right =
        issued.data['amountPence'] === promised.data['amountPence'] &&
        factsOf(facts, 'payment.corrected', ref).length === 0;
      items.push(itemOf('payments-right-amount', issued.day, dimensions, right));
    }
    return items;
  });
}
