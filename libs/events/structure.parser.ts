import type { Refusal } from './refusal.fact.js';
import { pointerTo, refusal } from './refusal.fact.js';

/** Objects and arrays within each other, the event itself being the first (contract: events, "Envelope"). */
export const MOST_DEPTH = 8;

/** A JSON object or array: what has members, by name or index. */
export type Container = Readonly<Record<string, unknown>>;

export function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

/** Whether a JSON value is an object, and so has members by name. */
export function isJsonObject(value: unknown): value is Container {
  return isContainer(value) && !Array.isArray(value);
}

/**
 * Refuses a value that is nested too deep (`too-deep`) or has a member, anywhere, by whose name JavaScript objects could
 * be tampered with (`forbidden-name`), whichever comes first in reading order.
 */
export function structureRefusal(container: Container, depth = 1): Refusal | null {
  if (depth > MOST_DEPTH) return refusal('too-deep', '', `May be nested ${MOST_DEPTH} deep at most.`);
  // Far faster here than Object.entries; a parsed value inherits nothing that could be listed.
  for (const name in container) {
    if (isForbidden(name)) return refusal('forbidden-name', pointerTo('', name), 'No member may be named so.');
    const member = container[name];
    if (isContainer(member)) {
      const found = structureRefusal(member, depth + 1);
      if (found !== null) return { ...found, path: pointerTo('', name) + found.path };
    }
  }
  return null;
}

function isForbidden(name: string): boolean {
  return name === '__proto__' || name === 'constructor' || name === 'prototype';
}
