import type { IncomingHttpHeaders } from 'node:http';
import { pointerTo } from '../../libs/events/refusal.fact.js';
import type { RefusalCode } from '../../libs/events/refusal.fact.js';
import { readBinaryAttributes } from './binary-mode.parser.js';
import { readJson } from './body.parser.js';
import type { ContentMode } from './content-mode.rule.js';
import { MOST_BATCH_EVENTS } from './intake.settings.js';
import type { Rejection } from './receipt.rule.js';

/** What a request brings: events still to be checked, or nothing that could be, and why. */
export type Submission =
  { readonly ok: true; readonly events: readonly unknown[] } | { readonly ok: false; readonly rejection: Rejection };

const readers: Readonly<Record<ContentMode, (body: Buffer, headers: IncomingHttpHeaders) => Submission>> = {
  structured: readStructured,
  batch: readBatch,
  binary: readBinary,
};

export function readSubmission(mode: ContentMode, body: Buffer, headers: IncomingHttpHeaders): Submission {
  return readers[mode](body, headers);
}

function readStructured(body: Buffer): Submission {
  const event = readJson(body);
  return event === undefined ? refused(0, 'not-json', 'The body is not JSON in UTF-8.') : { ok: true, events: [event] };
}

function readBatch(body: Buffer): Submission {
  const events = readJson(body);
  if (events === undefined) return refused(null, 'not-json', 'The body is not JSON in UTF-8.');
  if (!Array.isArray(events)) return refused(null, 'wrong-type', 'A batch is a JSON array of events.');
  if (events.length === 0) return refused(null, 'missing', 'A batch holds at least one event.');
  if (events.length > MOST_BATCH_EVENTS) {
    return refused(null, 'too-large', `A batch holds at most ${MOST_BATCH_EVENTS} events, not ${events.length}.`);
  }
  return { ok: true, events };
}

/** The attributes are in the headers, the body is `data`; no body, no data. */
function readBinary(body: Buffer, headers: IncomingHttpHeaders): Submission {
  const read = readBinaryAttributes(headers);
  if (!read.ok) {
    return refused(0, 'wrong-value', 'The header is not percent-encoded UTF-8.', pointerTo('', read.attribute));
  }
  if (body.length === 0) return { ok: true, events: [read.attributes] };
  const data = readJson(body);
  if (data === undefined) return refused(0, 'not-json', 'The body is not JSON in UTF-8.', '/data');
  return { ok: true, events: [{ ...read.attributes, data }] };
}

function refused(index: number | null, code: RefusalCode, detail: string, path = ''): Submission {
  return { ok: false, rejection: { index, id: null, code, path, detail } };
}
