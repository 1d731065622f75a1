import type { Instant } from '../calendars/instant.calendar.js';
import type { RawEvent } from './attribute.parser.js';
import {
  otherDataRefusal,
  readContentType,
  readFactName,
  readId,
  readOptionalText,
  readSource,
  readSubject,
  readText,
  specVersionRefusal,
} from './attribute.parser.js';
import { correctionRefusal } from './correction.parser.js';
import { dataRefusal } from './data.parser.js';
import type { Fact } from './fact-catalogue.fact.js';
import { typeOfFact } from './fact-name.fact.js';
import { readRecordedTime, readTime } from './moment.parser.js';
import type { Refusal, RefusalCode } from './refusal.fact.js';
import { isRefusal, refusal } from './refusal.fact.js';
import { isTooLarge, isTooLargeAsJson, MOST_BYTES } from './size.parser.js';
import { isJsonObject, structureRefusal } from './structure.parser.js';

/** What events are judged by, beside the contract. */
export interface Admission {
  /** Milliseconds since the epoch: the clock at the door, the record's append time on the log. */
  readonly now: number;
  /** Whether `recordedtime` may be set. */
  readonly mayRecord: boolean;
  /** What the sender's sources begin with; without it, anything. */
  readonly sources?: readonly string[];
}

/** A fact as it was sent: valid by the contract, with what the wire says of it beside. */
export type CharterEvent = Fact & {
  readonly subject: string;
  /** `time` as it was written. */
  readonly time: string;
  /** When the fact was first recorded, if the sender says so, and as it was written. */
  readonly recorded: Instant | null;
  readonly recordedtime: string | null;
  readonly datacontenttype: string | null;
};

export type CheckedEvent =
  | { readonly ok: true; readonly event: CharterEvent }
  /** `id` is the event's, if it has a text for one. */
  | { readonly ok: false; readonly id: string | null; readonly refusal: Refusal };

/** How much longer a text can become when it is parsed and written again: `1E20` is written in 21 digits. */
const MOST_GROWTH = 5;

/**
 * Checks an event that is JSON text. One refusal, the first found: `not-json`, `not-an-object`, `too-large`, then as
 * `checkEvent` goes on.
 */
export function parseEvent(text: string, admission: Admission): CheckedEvent {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(null, 'not-json', 'An event is JSON.');
  }
  if (!isJsonObject(value)) return refused(null, 'not-an-object', 'An event is a JSON object.');
  if (isTooLarge(text)) return tooLarge(value);
  return checkObject(value, admission, text.length * MOST_GROWTH > MOST_BYTES);
}

/**
 * Checks an event that is a JSON value. One refusal, the first found: `not-an-object`, `too-deep` or `forbidden-name`,
 * `too-large`; then `specversion`, `id`, `source`, `type`, `time`, `subject`, `datacontenttype`, `data_base64`,
 * `dataschema`, `recordedtime`; then `data`, and the time that a correction states in them.
 */
export function checkEvent(value: unknown, admission: Admission): CheckedEvent {
  if (!isJsonObject(value)) return refused(null, 'not-an-object', 'An event is a JSON object.');
  return checkObject(value, admission, true);
}

/**
 * The event as structured CloudEvents JSON, without the extension attributes that the contract does not know.
 * Parsed again it is the same event; whatever was accepted is not too large when written.
 */
export function toWire(event: CharterEvent): string {
  // Source, type, times and subject have no character that JSON would escape.
  const recorded = event.recordedtime === null ? '' : `,"recordedtime":"${event.recordedtime}"`;
  const contentType = event.datacontenttype === null ? '' : `,"datacontenttype":"${event.datacontenttype}"`;
  return (
    `{"specversion":"1.0","id":${JSON.stringify(event.id)},"source":"${event.source}",` +
    `"type":"${typeOfFact(event.name)}","time":"${event.time}","subject":"${event.subject}"` +
    `${recorded}${contentType},"data":${JSON.stringify(event.data)}}`
  );
}

function checkObject(value: RawEvent, admission: Admission, mayBeLarge: boolean): CheckedEvent {
  const structure = structureRefusal(value);
  if (structure !== null) return { ok: false, id: idOf(value), refusal: structure };
  if (mayBeLarge && isTooLargeAsJson(value)) return tooLarge(value);
  const event = readEvent(value, admission);
  return isRefusal(event) ? { ok: false, id: idOf(value), refusal: event } : { ok: true, event };
}

function readEvent(value: RawEvent, { now, mayRecord, sources }: Admission): CharterEvent | Refusal {
  const version = specVersionRefusal(value);
  if (version !== null) return version;
  const id = readId(value);
  if (isRefusal(id)) return id;
  const source = readSource(value, sources);
  if (isRefusal(source)) return source;
  const name = readFactName(value);
  if (isRefusal(name)) return name;
  const time = readText(value, 'time');
  if (isRefusal(time)) return time;
  const happened = readTime(time, '/time', now);
  if (isRefusal(happened)) return happened;
  const subject = readSubject(value);
  if (isRefusal(subject)) return subject;
  const datacontenttype = readContentType(value);
  if (isRefusal(datacontenttype)) return datacontenttype;
  const stranger = otherDataRefusal(value);
  if (stranger !== null) return stranger;
  const recordedtime = readOptionalText(value, 'recordedtime');
  if (isRefusal(recordedtime)) return recordedtime;
  const recorded = readRecordedTime(recordedtime, happened, mayRecord, now);
  if (isRefusal(recorded)) return recorded;
  const { data } = value;
  if (data === undefined) return refusal('missing', '/data', 'An event has data, if only {}.');
  const misfit = dataRefusal(name, data);
  if (misfit !== null) return misfit;
  // The schema of this name has just admitted these data.
  const event = {
    name,
    data,
    source,
    id,
    at: happened.at,
    finer: happened.finer,
    subject,
    time,
    recorded,
    recordedtime,
    datacontenttype,
  } as CharterEvent;
  return (event.name === 'fact.corrected' ? correctionRefusal(event.data, now) : null) ?? event;
}

function tooLarge(value: RawEvent): CheckedEvent {
  return { ok: false, id: idOf(value), refusal: refusal('too-large', '', `May have at most ${MOST_BYTES} bytes.`) };
}

function refused(id: string | null, code: RefusalCode, detail: string): CheckedEvent {
  return { ok: false, id, refusal: refusal(code, '', detail) };
}

function idOf(value: RawEvent): string | null {
  return typeof value['id'] === 'string' ? value['id'] : null;
}
