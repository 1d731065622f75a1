import { compareInstants } from '../calendars/instant.calendar.js';
import type { FactEnvelope } from './fact-catalogue.fact.js';

/** Orders texts by Unicode code point, not by UTF-16 unit as `<` does (contract: events, "Order does not matter"). */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const shorter = Math.min(a.length, b.length);
  let index = 0;
  while (index < shorter && a.charCodeAt(index) === b.charCodeAt(index)) index += 1;
  if (index === shorter) return a.length - b.length;
  // Where the texts part within a pair of surrogates, the character that differs begins one unit earlier.
  const start = index > 0 && isHighSurrogate(a.charCodeAt(index - 1)) ? index - 1 : index;
  return compareCodePointsAt(a, b, start) || compareCodePointsAt(a, b, index);
}

function compareCodePointsAt(a: string, b: string, index: number): number {
  return (a.codePointAt(index) ?? 0) - (b.codePointAt(index) ?? 0);
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** The order in which a case's facts are read: by time, then source, then id (contract: events). */
export function compareReadingOrder(a: FactEnvelope, b: FactEnvelope): number {
  return compareInstants(a, b) || compareCodePoints(a.source, b.source) || compareCodePoints(a.id, b.id);
}
