import type { Refusal } from './refusal.fact.js';
import { pointerTo, refusal } from './refusal.fact.js';

/** Objects and arrays within each other, the event itself being the first (contract: events, "Envelope"). */
export const MOST_DEPTH = 8;

/** Whether a JSON value is an object, and so has members by name. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Refuses a value that is nested too deep (`too-deep`) or has a member, anywhere, by whose name JavaScript objects could
 * be tampered with (`forbidden-name`), whichever comes first in reading order.
 */
export function structureRefusal(container: object, depth = 1): Refusal | null {
  if (depth > MOST_DEPTH) return refusal('too-deep', '', `May be nested ${MOST_DEPTH} deep at most.`);
  for (const [name, member] of Object.entries(container)) {
    if (isForbidden(name)) {
      return refusal('forbidden-name', pointerTo('', name), 'No member may be named so.');
    }
    if (typeof member === 'object' && member !== null) {
      const found = structureRefusal(member, depth + 1);
      if (found !== null) return { ...found, path: pointerTo('', name) + found.path };
    }
  }
  return null;
}

function isForbidden(name: string): boolean {
  return name === '__proto__' || name === 'constructor' || name === 'prototype';
}
