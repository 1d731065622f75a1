import type { Container } from './structure.parser.js';
import { isContainer } from './structure.parser.js';

/** UTF-8 bytes that an event may have as JSON (contract: events, "Envelope"). */
export const MOST_BYTES = 64 * 1024;

const MOST_BYTES_PER_UNIT = 3;

/** In JSON, one UTF-16 unit takes at most the six characters of an escape, a number at most these many. */
const LONGEST_ESCAPE = 6;
const LONGEST_NUMBER = 25;
/** Quotes, colon and comma about a member. */
const PUNCTUATION = 6;

/** Whether a text has more bytes in UTF-8 than an event may. */
export function isTooLarge(text: string): boolean {
  if (text.length > MOST_BYTES) return true;
  return text.length * MOST_BYTES_PER_UNIT > MOST_BYTES && Buffer.byteLength(text) > MOST_BYTES;
}

/** The same of a value written as JSON without spaces. It must not be nested so deep that it cannot be written. */
export function isTooLargeAsJson(value: Container): boolean {
  return longestJson(value) > MOST_BYTES && isTooLarge(JSON.stringify(value));
}

/** A quick bound on the length of a value's JSON text. */
function longestJson(value: unknown): number {
  if (typeof value === 'string') return value.length * LONGEST_ESCAPE + PUNCTUATION;
  if (!isContainer(value)) return LONGEST_NUMBER;
  let length = PUNCTUATION;
  for (const name in value) length += name.length * LONGEST_ESCAPE + PUNCTUATION + longestJson(value[name]);
  return length;
}
