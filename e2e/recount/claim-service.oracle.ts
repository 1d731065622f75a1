import type { Claim } from './claim.oracle.js';
import type { Day } from './day.oracle.js';
import { dayOf } from './day.oracle.js';
import type { Fact } from './fact.oracle.js';
import { requiredText } from './fact.oracle.js';
import type { Item } from './item.oracle.js';
import { itemOf } from './item.oracle.js';
import { settle } from './limit.oracle.js';
import { factsOf, firstInSequence, firstOfEachRef } from './putting-right.oracle.js';

/** What is counted of a claim's appeals. */
export function appealItems({ facts, dimensions }: Claim): readonly Item[] {
  return [...firstOfEachRef(facts, 'appeal.lodged')].flatMap(([ref, lodged]) => {
    const items = [itemOf('appeals-lodged', lodged.day, dimensions, true)];
    const decided = firstInSequence(factsOf(facts, 'appeal.decided', ref), lodged);
    if (decided !== undefined) {
      items.push(itemOf('appeal-outcomes', decided.day, dimensions, requiredText(decided.data, 'outcome')));
    }
    return items;
  });
}

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

/** What was asked for and whether it was done, on the day it was asked for. */
export function requestItems(claim: Claim): readonly Item[] {
  return [
    ...fulfilments(claim, 'formats-supplied', 'document.format-requested', 'document.format-supplied'),
    ...fulfilments(claim, 'adjustments-made', 'adjustment.requested', 'adjustment.made'),
    ...fulfilments(claim, 'advocacy-started', 'advocacy.referred', 'advocacy.started'),
    ...fulfilments(
      claim,
      'home-visits-held',
      'appointment.requested',
      'appointment.held',
      ({ data }) => data['place'] === 'home',
    ),
  ];
}

function fulfilments(
  { facts, dimensions }: Claim,
  measure: string,
  requestType: string,
  fulfilmentType: string,
  isMeant: (request: Fact) => boolean = () => true,
): readonly Item[] {
  return [...firstOfEachRef(facts, requestType)]
    .filter(([, request]) => isMeant(request))
    .map(([ref, request]) => {
      const fulfilled = firstInSequence(factsOf(facts, fulfilmentType, ref), request) !== undefined;
      return itemOf(measure, request.day, dimensions, fulfilled);
    });
}
