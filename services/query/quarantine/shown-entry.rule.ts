import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import { readId, readSource, readText, type RawEvent } from '../../../libs/events/attribute.parser.js';
import { factSchemas } from '../../../libs/events/fact-catalogue.fact.js';
import { objectIn } from '../../../libs/events/record-time.codec.js';
import type { QuarantineEntry } from '../../../libs/store/engine-store.port.js';
import { quarantineIdText } from './quarantine-id.codec.js';
import type { Standing } from './standing.rule.js';

/** What a producer knows its event by. Each is `null` where the record has no such text, or one that may not be shown. */
export interface ShownEvent {
  readonly source: string | null;
  readonly id: string | null;
  readonly type: string | null;
}

/** A quarantined record as it is shown: where it lies and why, never what it says, nor whose case it is. */
export interface ShownEntry {
  readonly id: string;
  readonly partition: number;
  readonly offset: number;
  /** RFC 3339. */
  readonly appendedAt: string;
  readonly code: string;
  /** JSON Pointer to the member at fault; `?` for a name that no event has, since a sender may have chosen it. */
  readonly path: string;
  readonly detail: string;
  readonly event: ShownEvent;
  /** What would become of it now. */
  readonly standing: Standing['standing'];
}

/** Longer texts are not read: an event has at most 64 KiB. */
const MOST_TEXT = 65_536;
const TYPE = /^[a-z0-9.-]{1,80}$/;
const NOTHING: ShownEvent = { source: null, id: null, type: null };

const ENVELOPE = [
  ...['specversion', 'id', 'source', 'type', 'time', 'subject', 'datacontenttype', 'data', 'recordedtime'],
  ...['data_base64', 'dataschema'],
];
const KNOWN_MEMBERS: ReadonlySet<string> = new Set([
  ...ENVELOPE,
  ...Object.values(factSchemas).flatMap(({ properties }) => Object.keys(properties)),
]);

export function shownEntry(entry: QuarantineEntry, standing: Standing['standing']): ShownEntry {
  const { partition, offset, appendedAt, code, path, detail } = entry;
  return {
    id: quarantineIdText(entry),
    partition,
    offset,
    appendedAt: formatInstant(appendedAt),
    code,
    path: shownPath(path),
    detail,
    event: shownEvent(entry),
    standing,
  };
}

/** The pointer, with `?` for whatever is neither the name of a member in the contract nor a place in a list. */
export function shownPath(path: string): string {
  return path.split('/').map(shownMember).join('/');
}

function shownMember(name: string): string {
  return name === '' || KNOWN_MEMBERS.has(name) || /^\d{1,4}$/.test(name) ? name : '?';
}

/** What is as the contract has it, and does not hold the reference of the case. */
function shownEvent({ key, value }: QuarantineEntry): ShownEvent {
  const event = value === null || value.length > MOST_TEXT ? null : objectIn(value);
  if (event === null) return NOTHING;
  const references = [key, event['subject']].filter((text) => typeof text === 'string' && text !== '');
  const shown = (text: unknown): string | null =>
    typeof text !== 'string' || references.some((reference) => text.includes(String(reference))) ? null : text;
  return { source: shown(readSource(event, undefined)), id: shown(readId(event)), type: shown(typeOf(event)) };
}

function typeOf(event: RawEvent): unknown {
  const type = readText(event, 'type');
  return typeof type === 'string' && TYPE.test(type) ? type : null;
}
