import type { Fact, FactOf } from '../../events/fact-catalogue.fact.js';
import type { FactName } from '../../events/fact-name.fact.js';
import { localDay, type Day } from '../../calendars/local-date.calendar.js';
import { compareInstants, type Instant } from '../../calendars/instant.calendar.js';

/** One thing of a case that has a `ref` of its own: the fact that began it, and those that came after it. */
export interface Item<Begin extends FactName> {
  readonly begun: FactOf<Begin>;
  /** Facts with the same ref, in reading order, whatever their kind; out-of-sequence ones included. */
  readonly facts: readonly Fact[];
}

/** The facts of a case as they stand, in reading order. */
export type Reading = readonly Fact[];

/** Source: contract, measures: where a fact may occur once, the earliest counts. */
export function first<Name extends FactName>(reading: Reading, name: Name): FactOf<Name> | null {
  for (const fact of reading) if (isNamed(fact, name)) return fact;
  return null;
}

/**
 * The earliest fact of a name that is not before what began it; earlier ones are out of sequence and the next in
 * sequence counts. Source: contract, measures.
 */
export function firstNotBefore<Name extends FactName>(
  reading: Reading,
  name: Name,
  begun: Instant,
): FactOf<Name> | null {
  for (const fact of reading) if (isNamed(fact, name) && compareInstants(fact, begun) >= 0) return fact;
  return null;
}

/** The last fact of a name whose time is not after that of another. Source: contract, measures: compares `time` alone. */
export function lastNotAfter<Name extends FactName>(reading: Reading, name: Name, end: Instant): FactOf<Name> | null {
  let last: FactOf<Name> | null = null;
  for (const fact of reading) if (isNamed(fact, name) && compareInstants(fact, end) <= 0) last = fact;
  return last;
}

/** The earlier of two facts in reading order; either may be missing. */
export function earlierOf<A extends Fact, B extends Fact>(reading: Reading, a: A | null, b: B | null): A | B | null {
  if (a === null || b === null) return a ?? b;
  return reading.indexOf(a) < reading.indexOf(b) ? a : b;
}

/** The local day of a fact; `null` where there is none. */
export function dayOfFact(fact: Fact | null): Day | null {
  return fact === null ? null : localDay(fact.at);
}

/** The items that facts of a name begin, by ref; of several beginnings the earliest counts. */
export function itemsBegunBy<Begin extends FactName>(reading: Reading, begin: Begin): readonly Item<Begin>[] {
  if (first(reading, begin) === null) return [];
  const items = new Map<string, { begun: FactOf<Begin>; facts: Fact[] }>();
  for (const fact of reading) {
    if (!isNamed(fact, begin)) continue;
    const ref = refOf(fact);
    if (ref !== null && !items.has(ref)) items.set(ref, { begun: fact, facts: [] });
  }
  for (const fact of reading) {
    const ref = refOf(fact);
    if (ref !== null) items.get(ref)?.facts.push(fact);
  }
  return [...items.values()];
}

function isNamed<Name extends FactName>(fact: Fact, name: Name): fact is Fact & FactOf<Name> {
  return fact.name === name;
}

function refOf(fact: Fact): string | null {
  return 'ref' in fact.data && typeof fact.data.ref === 'string' ? fact.data.ref : null;
}
