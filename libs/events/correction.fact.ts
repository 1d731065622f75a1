import { compareInstants, parseInstant } from '../calendars/instant.calendar.js';
import { dataFits } from './data.parser.js';
import type { Fact, FactOf } from './fact-catalogue.fact.js';
import { putsRight } from './fact-name.fact.js';
import { compareCodePoints, compareReadingOrder } from './reading-order.fact.js';

type Correction = FactOf<'fact.corrected'>;

/** What the facts of one subject say about one of them. */
interface Amendments {
  withdrawn: boolean;
  readonly corrections: Correction[];
}

/**
 * The facts of one subject as they stand, in reading order: `fact.*` and withdrawn ones left out, the others with the
 * time and the data of the latest correction that states them, data only where they fit (contract: events, "Putting
 * right"). A function of the set of facts: the order in which they are given does not matter. A corrected fact is a
 * new object with whatever else the fact holds.
 */
export function effectiveFacts<F extends Fact>(facts: readonly F[]): readonly F[] {
  if (!facts.some(({ name }) => putsRight(name))) return facts.toSorted(compareReadingOrder);
  const amendments = amendmentsOf(facts);
  const standing: F[] = [];
  for (const fact of facts) {
    if (putsRight(fact.name)) continue;
    const found = amendments.get(identityOf(fact));
    if (found === undefined) standing.push(fact);
    else if (!found.withdrawn) standing.push(corrected(fact, found.corrections));
  }
  return standing.sort(compareReadingOrder);
}

/** How many corrections among the facts of one subject state data that do not fit the fact that they correct. */
export function misfits(facts: readonly Fact[]): number {
  const amendments = amendmentsOf(facts);
  let count = 0;
  for (const fact of facts) {
    if (putsRight(fact.name)) continue;
    for (const { data } of amendments.get(identityOf(fact))?.corrections ?? []) {
      if (data.data !== undefined && !dataFits(fact.name, data.data)) count += 1;
    }
  }
  return count;
}

/** By identity of the fact that they are about, whether or not it is there. */
function amendmentsOf(facts: readonly Fact[]): ReadonlyMap<string, Amendments> {
  const found = new Map<string, Amendments>();
  for (const fact of facts) {
    if (fact.name !== 'fact.corrected' && fact.name !== 'fact.withdrawn') continue;
    const identity = identityOf(fact.data);
    const amendments = found.get(identity) ?? { withdrawn: false, corrections: [] };
    found.set(identity, amendments);
    if (fact.name === 'fact.withdrawn') amendments.withdrawn = true;
    else amendments.corrections.push(fact);
  }
  return found;
}

/** A source has no space in it, so that two identities are never one text. */
function identityOf({ source, id }: { readonly source: string; readonly id: string }): string {
  return `${source} ${id}`;
}

function corrected<F extends Fact>(fact: F, corrections: readonly Correction[]): F {
  const latestFirst = corrections.toSorted((a, b) => compareCorrections(b, a));
  const time = latestFirst.find(({ data }) => data.time !== undefined)?.data.time;
  const fitting = latestFirst.find(({ data }) => data.data !== undefined && dataFits(fact.name, data.data));
  const { at, finer } = (time === undefined ? null : parseInstant(time)) ?? fact;
  return { ...fact, at, finer, data: fitting?.data.data ?? fact.data };
}

/** Which of two corrections is the later: by time, then id, then source. Not the reading order. */
function compareCorrections(a: Correction, b: Correction): number {
  return compareInstants(a, b) || compareCodePoints(a.id, b.id) || compareCodePoints(a.source, b.source);
}
