import { formatInstant } from '../calendars/instant.calendar.js';

/**
 * The event with its record time stated, so that it counts as known from the same day wherever it is put next. What is no
 * JSON object is left as it is: whoever takes it in refuses it again.
 *
 * @param appendedAt when the log took it, in milliseconds: its record time where it states none
 */
export function withRecordTime(value: string, appendedAt: number): string {
  const event = objectIn(value);
  if (event === null) return value;
  return JSON.stringify({ ...event, recordedtime: event['recordedtime'] ?? formatInstant(appendedAt) });
}

/** The JSON object that a text is; `null` where it is none. */
export function objectIn(value: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : null;
  } catch {
    return null;
  }
}
