import type { Claim } from './claim.oracle.js';
import type { Fact } from './fact.oracle.js';
import type { Item } from './item.oracle.js';
import { itemOf } from './item.oracle.js';
import { factsOf, firstInSequence, firstOfEachRef } from './putting-right.oracle.js';

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
