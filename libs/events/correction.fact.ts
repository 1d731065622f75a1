import { compareInstants } from '../calendars/instant.calendar.js';
import { dataFits } from './data.parser.js';
import type { Fact, FactOf } from './fact-catalogue.fact.js';
import { putsRight } from './fact-name.fact.js';
import { compareCodePoints, compareReadingOrder } from './reading-order.fact.js';

/**
 * How facts stand once corrections and withdrawals of the same subject are applied (contract: events, "Putting right").
 * A function of the set of facts: their order does not matter.
 */

/** What puts one fact right: its withdrawal, or the latest corrections that state a time and data that fit. */
interface Amendment {
  withdrawn: boolean;
  time: FactOf<'fact.corrected'> | null;
  data: FactOf<'fact.corrected'> | null;
}

/**
 * The facts of one subject as they stand, in reading order: `fact.*` and withdrawn facts left out, corrected times and
 * data in place of the stated ones. A corrected fact is a new object with whatever else the stated one holds.
 */
export function effectiveFacts<F extends Fact>(facts: readonly F[]): readonly F[] {
  if (!facts.some(({ name }) => putsRight(name))) return facts.toSorted(compareReadingOrder);
  const amendments = amendmentsOf(facts);
  const standing: F[] = [];
  for (const fact of facts) {
    if (putsRight(fact.name)) continue;
    const amendment = amendments.get(identityOf(fact));
    if (amendment === undefined) standing.push(fact);
    else if (!amendment.withdrawn) standing.push(amended(fact, amendment));
  }
  return standing.sort(compareReadingOrder);
}

/** How many corrections among the facts of one subject state data that do not fit the fact they correct. */
export function misfits(facts: readonly Fact[]): number {
  const targets = correctables(facts);
  return facts.filter((fact) => fact.name === 'fact.corrected' && isMisfit(fact, targets)).length;
}
