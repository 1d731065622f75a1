import type { LoggedFact } from './fact.oracle.js';
import { isMembers } from './fact.oracle.js';
import { compareInstants } from './instant.oracle.js';

/** The distinct facts of each subject. */
export type LoggedCases = ReadonlyMap<string, readonly LoggedFact[]>;

/**
 * One fact for each (subject, source, id). The first content on the log stands; a copy of it only makes
 * the record day earlier if it was recorded earlier; other content under the same identity is nothing.
 */
export function distinctFacts(log: readonly LoggedFact[]): LoggedCases {
  const cases = new Map<string, Map<string, LoggedFact>>();
  for (const fact of log) {
    const facts = cases.get(fact.subject) ?? new Map<string, LoggedFact>();
    cases.set(fact.subject, facts);
    const key = identityOf(fact.source, fact.id);
    const first = facts.get(key);
    if (first === undefined) facts.set(key, fact);
    else if (sameContent(first, fact) && fact.recorded < first.recorded) {
      facts.set(key, { ...first, recorded: fact.recorded });
    }
  }
  return new Map(Array.from(cases, ([subject, facts]) => [subject, [...facts.values()]]));
}

/** One text for a (source, id); the length keeps two pairs that run together apart. */
export function identityOf(source: string, id: string): string {
  return `${source.length}:${source}${id}`;
}

function sameContent(a: LoggedFact, b: LoggedFact): boolean {
  return a.type === b.type && compareInstants(a.time, b.time) === 0 && sameJson(a.data, b.data);
}

function sameJson(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (isMembers(a) && isMembers(b)) {
    const names = Object.keys(a);
    return (
      names.length === Object.keys(b).length &&
      names.every((name) => Object.hasOwn(b, name) && sameJson(a[name], b[name]))
    );
  }
  return a === b;
}
