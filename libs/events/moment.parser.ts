import type { Instant } from '../calendars/instant.calendar.js';
import { compareInstants, parseInstant, plusMilliseconds } from '../calendars/instant.calendar.js';
import type { Refusal } from './refusal.fact.js';
import { refusal } from './refusal.fact.js';

/** How far a sender's clock may differ from ours, in milliseconds (contract: events, "Envelope"). */
const TOLERANCE = 5 * 60_000;

/** 2018-01-01T00:00:00Z, in milliseconds: before it nothing can have happened. */
const EARLIEST = Date.UTC(2018, 0, 1);

/** When a fact happened, judged at `now` (milliseconds); `path` is where the text stands. */
export function readTime(text: string, path: string, now: number): Instant | Refusal {
  const time = parseInstant(text);
  if (time === null) return refusal('wrong-value', path, 'Must be an RFC 3339 date and time with an offset.');
  if (isAfter(time, now + TOLERANCE)) {
    return refusal('time-in-future', path, 'May be at most 5 minutes in the future.');
  }
  if (time.at < EARLIEST) return refusal('time-too-early', path, 'May not be before 2018-01-01T00:00:00Z.');
  return time;
}

/** When a fact of the given time was first recorded, judged at `now` (milliseconds); `null` if that is not stated. */
export function readRecordedTime(
  text: string | null,
  time: Instant,
  mayRecord: boolean,
  now: number,
): Instant | null | Refusal {
  if (text === null) return null;
  const path = '/recordedtime';
  if (!mayRecord) return refusal('recorded-not-allowed', path, 'Only an importer may say when a fact was recorded.');
  const recorded = parseInstant(text);
  if (recorded === null) return refusal('recorded-wrong', path, 'Must be an RFC 3339 date and time with an offset.');
  if (isAfter(recorded, now)) return refusal('recorded-wrong', path, 'May not be in the future.');
  if (compareInstants(recorded, plusMilliseconds(time, -TOLERANCE)) < 0) {
    return refusal('recorded-wrong', path, 'May be at most 5 minutes before time.');
  }
  return recorded;
}

function isAfter(instant: Instant, at: number): boolean {
  return instant.at > at || (instant.at === at && instant.finer !== '');
}
