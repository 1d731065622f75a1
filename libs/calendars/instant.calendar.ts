import { isDigitAt, readTwoDigits, writeTwoDigits } from './digits.codec.js';
import { formatDay, readDay } from './local-date.calendar.js';

/**
 * A moment on the time line, exact at any precision.
 *
 * `at` is whole milliseconds since 1970-01-01T00:00:00Z (rounded down); `finer` holds the decimal digits
 * below the millisecond without trailing zeros, `''` when there are none.
 */
export interface Instant {
  readonly at: number;
  readonly finer: string;
}

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

const ZERO = 48;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const COLON = 58;
const LETTER_T = 116;
const LETTER_Z = 122;
const LOWER_CASE = 32;

/** The shortest is `2026-06-30T22:58:01Z`. */
const SHORTEST = 20;
const AFTER_SECONDS = 19;

/**
 * The instant an RFC 3339 date-time names, or `null` when the text is none. Years 0000–9999, a real calendar
 * date, `T` and `Z` in either case, any number of fraction digits, an offset always. A leap second is refused:
 * there has been none since before the first fact (contract: events, `time`).
 */
export function parseInstant(text: string): Instant | null {
  if (text.length < SHORTEST) return null;
  const day = readDay(text, 0);
  const hour = readTwoDigits(text, 11);
  const minute = readTwoDigits(text, 14);
  const second = readTwoDigits(text, 17);
  if (day === null || !(hour <= 23 && minute <= 59 && second <= 59)) return null;
  if ((text.charCodeAt(10) | LOWER_CASE) !== LETTER_T) return null;
  if (text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== COLON) return null;

  let zone = AFTER_SECONDS;
  let milliseconds = 0;
  let finer = '';
  if (text.charCodeAt(AFTER_SECONDS) === DOT) {
    const fraction = AFTER_SECONDS + 1;
    zone = fraction;
    while (zone < text.length && isDigitAt(text, zone)) zone += 1;
    if (zone === fraction) return null;
    milliseconds = readMilliseconds(text, fraction, zone);
    if (zone > fraction + 3) finer = withoutTrailingZeros(text, fraction + 3, zone);
  }

  const offset = readOffset(text, zone);
  if (offset === null) return null;
  return { at: day * DAY + hour * HOUR + minute * MINUTE + second * SECOND + milliseconds - offset, finer };
}

/** Negative when `a` is before `b`, positive when after, 0 at the same instant; exact at any precision. */
export function compareInstants(a: Instant, b: Instant): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  // Without trailing zeros, digits after the point stand in the order of their characters.
  if (a.finer === b.finer) return 0;
  return a.finer < b.finer ? -1 : 1;
}

/** Whether both are the same moment, however each was written. */
export function sameInstant(a: Instant, b: Instant): boolean {
  return a.at === b.at && a.finer === b.finer;
}

/** The instant a whole number of milliseconds later; earlier when negative. */
export function plusMilliseconds(instant: Instant, milliseconds: number): Instant {
  return { at: instant.at + milliseconds, finer: instant.finer };
}

/** Whole milliseconds since 1970 in UTC: `2026-06-30T22:58:01Z`, with `.mmm` only where they are not 0. */
export function formatInstant(at: number): string {
  const day = Math.floor(at / DAY);
  const time = at - day * DAY;
  const hours = writeTwoDigits(Math.floor(time / HOUR));
  const minutes = writeTwoDigits(Math.floor(time / MINUTE) % 60);
  const seconds = writeTwoDigits(Math.floor(time / SECOND) % 60);
  const milliseconds = time % SECOND;
  const fraction = milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`;
  return `${formatDay(day)}T${hours}:${minutes}:${seconds}${fraction}Z`;
}

/** The first three fraction digits as milliseconds; digits not written are zeros. */
function readMilliseconds(text: string, from: number, end: number): number {
  let value = 0;
  for (let index = from; index < from + 3; index += 1) {
    value = value * 10 + (index < end ? text.charCodeAt(index) - ZERO : 0);
  }
  return value;
}

function withoutTrailingZeros(text: string, from: number, end: number): string {
  let last = end;
  while (last > from && text.charCodeAt(last - 1) === ZERO) last -= 1;
  return text.slice(from, last);
}

/** The offset that fills the text from `index` to its end, in milliseconds east of UTC; `null` when none does. */
function readOffset(text: string, index: number): number | null {
  const length = text.length - index;
  if (length === 1) return (text.charCodeAt(index) | LOWER_CASE) === LETTER_Z ? 0 : null;
  if (length !== 6 || text.charCodeAt(index + 3) !== COLON) return null;
  const hour = readTwoDigits(text, index + 1);
  const minute = readTwoDigits(text, index + 4);
  if (!(hour <= 23 && minute <= 59)) return null;
  const size = hour * HOUR + minute * MINUTE;
  const sign = text.charCodeAt(index);
  if (sign === PLUS) return size;
  return sign === MINUS ? -size : null;
}
