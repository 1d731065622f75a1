import type { Claim } from './claim.oracle.js';
import { requiredText } from './fact.oracle.js';
import type { Item } from './item.oracle.js';
import { itemOf } from './item.oracle.js';
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
