import type { Day } from './day.oracle.js';
import { londonDayOf } from './day.oracle.js';
import type { Instant } from './instant.oracle.js';
import { compareInstants, instantOf } from './instant.oracle.js';

export type Members = Readonly<Record<string, unknown>>;

/** A fact as the measures read it. `type` is short: `decision.made`. `day` is the local date of `time`. */
export interface Fact {
  readonly type: string;
  readonly source: string;
  readonly id: string;
  readonly time: Instant;
  readonly day: Day;
  readonly data: Members;
}

/** A fact as first found on the log; `recorded` is the local date of its record time. */
export interface LoggedFact extends Fact {
  readonly subject: string;
  readonly recorded: Day;
}

/** One valid event in log order. `recordTime` stands in where the event has no `recordedtime`. */
export interface LoggedEvent {
  readonly value: unknown;
  readonly recordTime?: string;
}

const EVENT_TYPE = /^charter\.(.+)\.v1$/;

/** Reads one valid structured CloudEvent; throws a RangeError for what no valid event can be. */
export function readFact(event: LoggedEvent): LoggedFact {
  const { value } = event;
  if (!isMembers(value)) throw new RangeError('an event is an object');
  const match = EVENT_TYPE.exec(requiredText(value, 'type'));
  if (match?.[1] === undefined) throw new RangeError(`unknown type: ${requiredText(value, 'type')}`);
  const recordTime = textOf(value, 'recordedtime') ?? event.recordTime;
  if (recordTime === undefined) throw new RangeError('an event without a record time');
  const time = instantOf(requiredText(value, 'time'));
  const { data } = value;
  if (!isMembers(data)) throw new RangeError('data is an object');
  return {
    subject: requiredText(value, 'subject'),
    type: match[1],
    source: requiredText(value, 'source'),
    id: requiredText(value, 'id'),
    time,
    day: londonDayOf(time),
    data,
    recorded: londonDayOf(instantOf(recordTime)),
  };
}

/** Reading order: by time, then source, then id. */
export function compareFacts(a: Fact, b: Fact): number {
  return compareInstants(a.time, b.time) || compareTexts(a.source, b.source) || compareTexts(a.id, b.id);
}

/** The earlier in reading order of two facts that may be absent. */
export function earlierOf(a: Fact | undefined, b: Fact | undefined): Fact | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareFacts(a, b) < 0 ? a : b;
}

/** Code point by code point. */
export function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const left = Array.from(a, (character) => character.codePointAt(0) ?? 0);
  const right = Array.from(b, (character) => character.codePointAt(0) ?? 0);
  for (let index = 0; ; index += 1) {
    const difference = (left[index] ?? -1) - (right[index] ?? -1);
    if (difference !== 0) return difference;
  }
}

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A member that is text; `undefined` where it is absent. */
export function textOf(members: Members, name: string): string | undefined {
  const value = Object.hasOwn(members, name) ? members[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A member that is text and must be there. */
export function requiredText(members: Members, name: string): string {
  const value = textOf(members, name);
  if (value === undefined) throw new RangeError(`${name} is missing`);
  return value;
}
