import { londonDayOf } from './day.oracle.js';
import type { Fact, Members } from './fact.oracle.js';
import { compareFacts, compareTexts, requiredText, textOf } from './fact.oracle.js';
import { fitsType } from './fitting.oracle.js';
import { identityOf } from './identity.oracle.js';
import { compareInstants, instantOf } from './instant.oracle.js';
import type { Rules } from './rules.oracle.js';

/** The facts of one type, in reading order. */
export type CaseFacts = ReadonlyMap<string, readonly Fact[]>;

/**
 * What stands once corrections and withdrawals have had their say (contract: events, Putting right).
 * The facts of one subject go in, `fact.*` among them; those themselves come out nowhere.
 */
export function putRight(facts: readonly Fact[], rules: Rules): CaseFacts {
  const withdrawn = new Set(facts.filter(({ type }) => type === 'fact.withdrawn').map(targetOf));
  const corrections = facts.filter(({ type }) => type === 'fact.corrected').sort(compareCorrections);
  const byType = new Map<string, Fact[]>();
  for (const fact of facts) {
    const identity = identityOf(fact.source, fact.id);
    if (fact.type.startsWith('fact.') || withdrawn.has(identity)) continue;
    const own = corrections.filter((correction) => targetOf(correction) === identity);
    const ofType = byType.get(fact.type) ?? [];
    byType.set(fact.type, ofType);
    ofType.push(own.reduce((corrected, correction) => correct(corrected, correction, rules), fact));
  }
  for (const ofType of byType.values()) ofType.sort(compareFacts);
  return byType;
}

/** The facts of this type in reading order; with `ref`, only those that name it. */
export function factsOf(facts: CaseFacts, type: string, ref?: string): readonly Fact[] {
  const ofType = facts.get(type) ?? [];
  return ref === undefined ? ofType : ofType.filter(({ data }) => textOf(data, 'ref') === ref);
}

/** For each `ref` the earliest fact of this type that names it. */
export function firstOfEachRef(facts: CaseFacts, type: string): ReadonlyMap<string, Fact> {
  const first = new Map<string, Fact>();
  for (const fact of factsOf(facts, type)) {
    const ref = requiredText(fact.data, 'ref');
    if (!first.has(ref)) first.set(ref, fact);
  }
  return first;
}

/** The earliest that is not before what began it: an end in sequence (contract: measures, Terms). */
export function firstInSequence(ends: readonly Fact[], beginning: Fact): Fact | undefined {
  return ends.find((end) => compareInstants(end.time, beginning.time) >= 0);
}

function targetOf({ data }: { readonly data: Members }): string {
  return identityOf(requiredText(data, 'source'), requiredText(data, 'id'));
}

/** Latest last: by time, then id, then source. */
function compareCorrections(a: Fact, b: Fact): number {
  return compareInstants(a.time, b.time) || compareTexts(a.id, b.id) || compareTexts(a.source, b.source);
}

function correct(fact: Fact, correction: Fact, rules: Rules): Fact {
  const statedTime = textOf(correction.data, 'time');
  const time = statedTime === undefined ? fact.time : instantOf(statedTime);
  const stated = correction.data['data'];
  const data = fitsType(fact.type, stated, rules) ? stated : fact.data;
  return { ...fact, time, day: londonDayOf(time), data };
}
