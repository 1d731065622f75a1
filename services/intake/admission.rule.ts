import type { Caller } from '../../libs/access/principal.rule.js';
import type { Admission } from '../../libs/events/envelope.parser.js';

const REPORTED_TYPES: ReadonlySet<unknown> = new Set(['charter.figure.reported.v1', 'charter.evidence.filed.v1']);

/** What a caller's events are judged by at the moment `now`, in milliseconds since the epoch. */
export function admissionOf(caller: Caller, now: number): Admission {
  const admission = { now, mayRecord: caller.degree === 'with-record-time' };
  return caller.sources === undefined ? admission : { ...admission, sources: caller.sources };
}

/**
 * Whether the caller's role may send every one of `events`, as far as their types can be read.
 * The compiler sends reported figures and filed evidence only (contract: api, "Who sees what").
 */
export function maySend(caller: Caller, events: readonly unknown[]): boolean {
  return (
    caller.degree !== 'reported-only' || events.every((event) => !hasType(event) || REPORTED_TYPES.has(event.type))
  );
}

function hasType(event: unknown): event is { readonly type: unknown } {
  return typeof event === 'object' && event !== null && 'type' in event;
}
