import type { FactName } from './fact-name.fact.js';
import { FACT_NAMES, typeOfFact } from './fact-name.fact.js';
import type { Refusal } from './refusal.fact.js';
import { pointerTo, refusal } from './refusal.fact.js';
import { isUriReference } from './uri-reference.parser.js';

/**
 * The rules for the single attributes of an envelope (contract: events, "Envelope").
 * An attribute that is `null` is absent (CloudEvents 1.0, JSON format, 2.2).
 */

/** A CloudEvent as it came: its attributes, extensions and data by name, not yet checked. */
export type RawEvent = Readonly<Record<string, unknown>>;

const MOST_ID_CHARACTERS = 128;
const MOST_SOURCE_CHARACTERS = 256;
const MOST_SUBJECT_CHARACTERS = 64;
const SUBJECT = /^[A-Za-z0-9._-]{6,64}$/;

const namesByType: ReadonlyMap<string, FactName> = new Map(FACT_NAMES.map((name) => [typeOfFact(name), name]));
const VERSIONED_TYPE = /^(.+)\.v[0-9]+$/s;

/** An attribute that may be absent: `null` then. */
export function readOptionalText(event: RawEvent, attribute: string): string | null | Refusal {
  const value = event[attribute];
  if (isAbsent(value)) return null;
  return typeof value === 'string' ? value : refusal('wrong-type', pointerTo('', attribute), 'Must be of type string.');
}

/** An attribute that must be there. */
export function readText(event: RawEvent, attribute: string): string | Refusal {
  return (
    readOptionalText(event, attribute) ?? refusal('missing', pointerTo('', attribute), 'This attribute is required.')
  );
}

export function specVersionRefusal(event: RawEvent): Refusal | null {
  const version = readText(event, 'specversion');
  if (typeof version !== 'string') return version;
  return version === '1.0' ? null : refusal('wrong-value', '/specversion', 'Must be 1.0.');
}

export function readId(event: RawEvent): string | Refusal {
  const id = readText(event, 'id');
  if (typeof id !== 'string') return id;
  if (isLongerThan(MOST_ID_CHARACTERS, id)) {
    return refusal('too-long', '/id', `May have at most ${MOST_ID_CHARACTERS} characters.`);
  }
  if (id === '' || !id.isWellFormed()) {
    return refusal('wrong-value', '/id', 'Must have at least one character, all of them Unicode characters.');
  }
  return id;
}

/** @param prefixes what the sender's sources begin with; `undefined`: anything */
export function readSource(event: RawEvent, prefixes: readonly string[] | undefined): string | Refusal {
  const source = readText(event, 'source');
  if (typeof source !== 'string') return source;
  if (isLongerThan(MOST_SOURCE_CHARACTERS, source)) {
    return refusal('too-long', '/source', `May have at most ${MOST_SOURCE_CHARACTERS} characters.`);
  }
  if (source === '' || !isUriReference(source)) {
    return refusal('wrong-value', '/source', 'Must be a URI reference by RFC 3986, and not empty.');
  }
  if (prefixes !== undefined && !prefixes.some((prefix) => source.startsWith(prefix))) {
    return refusal('wrong-source', '/source', 'This sender may not send events of this source.');
  }
  return source;
}

/** Answers the fact that the event's type names. */
export function readFactName(event: RawEvent): FactName | Refusal {
  const type = readText(event, 'type');
  if (typeof type !== 'string') return type;
  const name = namesByType.get(type);
  if (name !== undefined) return name;
  const unversioned = VERSIONED_TYPE.exec(type)?.[1];
  return namesByType.has(`${unversioned}.v1`)
    ? refusal('unsupported-version', '/type', 'Only version v1 of this fact is known.')
    : refusal('unknown-type', '/type', 'Must be charter.<fact>.v1 with a fact of the event contract.');
}

export function readSubject(event: RawEvent): string | Refusal {
  const subject = readText(event, 'subject');
  if (typeof subject !== 'string') return subject;
  if (SUBJECT.test(subject)) return subject;
  return isLongerThan(MOST_SUBJECT_CHARACTERS, subject)
    ? refusal('too-long', '/subject', `May have at most ${MOST_SUBJECT_CHARACTERS} characters.`)
    : refusal(
        'wrong-value',
        '/subject',
        'Must be 6 to 64 of the characters A-Z, a-z, 0-9, dot, underscore and hyphen.',
      );
}

/** `null` where nothing is stated, which means the same as `application/json`. */
export function readContentType(event: RawEvent): string | null | Refusal {
  const contentType = readOptionalText(event, 'datacontenttype');
  if (contentType === null || contentType === 'application/json' || typeof contentType !== 'string') return contentType;
  return refusal('wrong-value', '/datacontenttype', 'Must be application/json where it is stated.');
}

/** Refuses data in another form than JSON, or under a schema of their own. */
export function otherDataRefusal(event: RawEvent): Refusal | null {
  if (isAbsent(event['data_base64']) && isAbsent(event['dataschema'])) return null;
  const path = isAbsent(event['data_base64']) ? '/dataschema' : '/data_base64';
  return refusal('unknown-member', path, 'Data are sent as JSON under data, without a schema.');
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

/** Counts code points, and no more of them than it must. */
function isLongerThan(most: number, text: string): boolean {
  return text.length > most && (text.length > 2 * most || Array.from(text).length > most);
}
