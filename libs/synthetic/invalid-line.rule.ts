import type { WireEvent } from './wire-event.fact.js';

/** One way in which an event is no valid one any more. */
export interface Breakage {
  /** The code with which the door refuses it (contract: events, "Answers"). */
  readonly code: string;
  readonly line: (event: WireEvent) => string;
}

/** The ways in which producers break the contract. */
export const breakages: readonly Breakage[] = [
  { code: 'not-json', line: (event) => JSON.stringify(event).slice(0, -3) },
  { code: 'not-an-object', line: (event) => JSON.stringify([event]) },
  { code: 'unknown-type', line: changed({ type: 'charter.form.lost.v1' }) },
  { code: 'unsupported-version', line: (event) => JSON.stringify({ ...event, type: event.type.replace(/v1$/, 'v9') }) },
  { code: 'missing', line: changed({ subject: undefined }) },
  { code: 'missing', line: changed({ data: undefined }) },
  { code: 'wrong-value', line: changed({ subject: 'two words' }) },
  { code: 'wrong-type', line: changed({ id: 7 }) },
  { code: 'time-in-future', line: changed({ time: '2999-12-31T12:00:00Z' }) },
  { code: 'time-too-early', line: changed({ time: '1999-12-31T12:00:00Z' }) },
  { code: 'recorded-wrong', line: changed({ recordedtime: '2017-12-31T12:00:00Z' }) },
  { code: 'unknown-member', line: (event) => JSON.stringify({ ...event, data: { ...event.data, surprise: true } }) },
];

function changed(members: Readonly<Record<string, unknown>>): Breakage['line'] {
  return (event) => JSON.stringify({ ...event, ...members });
}
