/** Why the door does not take an event (contract: events, "Answers"). */
export const DOOR_CODES = [
  'not-json',
  'not-an-object',
  'missing',
  'unknown-member',
  'wrong-type',
  'wrong-value',
  'too-long',
  'too-large',
  'too-deep',
  'forbidden-name',
  'time-in-future',
  'time-too-early',
  'recorded-not-allowed',
  'recorded-wrong',
  'unknown-type',
  'unsupported-version',
  'wrong-source',
] as const;

/** Why a record that is a valid event, or none, is quarantined although it lies on the log; beside the door's codes. */
export const LOG_CODES = ['wrong-key', 'wrong-partition', 'conflict', 'case-full', 'fold-failed'] as const;

export const REFUSAL_CODES = [...DOOR_CODES, ...LOG_CODES] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Why one event is not taken: the first reason found. */
export interface Refusal {
  readonly code: RefusalCode;
  /** JSON Pointer (RFC 6901) to the member at fault, for example `/data/benefit`; `''` is the event itself. */
  readonly path: string;
  /** One plain sentence that says what is allowed and never repeats the value sent, which may be personal. */
  readonly detail: string;
}

export function refusal(code: RefusalCode, path: string, detail: string): Refusal {
  return { code, path, detail };
}

/** Tells a refusal from what a check answers when nothing is wrong. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'code' in value && 'path' in value && 'detail' in value;
}

/** A JSON Pointer to a member of what `parent` points to. */
export function pointerTo(parent: string, member: string | number): string {
  return `${parent}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
