import type { IncomingHttpHeaders } from 'node:http';

const PREFIX = 'ce-';
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** The context attributes of an event in binary mode, or the name of one whose header cannot be read. */
export type BinaryAttributes =
  | { readonly ok: true; readonly attributes: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly attribute: string };

/** Reads the `ce-` headers. Whether the attributes are right is for the event's checker to say. */
export function readBinaryAttributes(headers: IncomingHttpHeaders): BinaryAttributes {
  const entries: [string, string][] = [];
  for (const [header, value] of Object.entries(headers)) {
    if (!header.startsWith(PREFIX)) continue;
    const attribute = header.slice(PREFIX.length);
    const text = typeof value === 'string' ? decodeHeader(value) : null;
    if (text === null) return { ok: false, attribute };
    entries.push([attribute, text]);
  }
  return { ok: true, attributes: Object.fromEntries(entries) };
}

/** CloudEvents HTTP binding 3.1.3.2: quotes are taken off, then percent-encoded UTF-8 is decoded, once. */
function decodeHeader(value: string): string | null {
  if (!PRINTABLE_ASCII.test(value)) return null;
  try {
    return decodeURIComponent(unquote(value));
  } catch {
    return null;
  }
}

function unquote(value: string): string {
  return /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value;
}
