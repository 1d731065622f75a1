import { sameInstant } from '../calendars/instant.calendar.js';
import type { Fact } from './fact-catalogue.fact.js';
import { isContainer } from './structure.parser.js';

/**
 * Whether two facts say the same: equal type, the same instant, equal data as JSON values, in which the order of
 * members does not matter and no default is filled in (contract: events, "Envelope").
 */
export function sameContent(a: Fact, b: Fact): boolean {
  return a.name === b.name && sameInstant(a, b) && sameJson(a.data, b.data);
}

/** Whether two JSON values are equal. Numbers compare by value: 1 and 1.0 are one number. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isContainer(a) || !isContainer(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => sameJson(a[name], b[name]));
}
