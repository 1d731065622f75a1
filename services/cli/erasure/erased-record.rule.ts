import type { LogRecord } from '../../../libs/log/event-log.port.js';
import { objectIn } from '../../../libs/events/record-time.codec.js';

/**
 * The case to which a record belongs, of those to be erased; `null`: it stays. A record belongs to the case that its key or
 * its subject names. What cannot be read as an event names no subject: it goes with any case that its text names.
 */
export function erasedCaseOf({ key, value }: LogRecord, references: ReadonlySet<string>): string | null {
  if (key !== null && references.has(key)) return key;
  if (value === null) return null;
  const subject = objectIn(value)?.['subject'];
  if (typeof subject === 'string') return references.has(subject) ? subject : null;
  for (const reference of references) if (value.includes(reference)) return reference;
  return null;
}
