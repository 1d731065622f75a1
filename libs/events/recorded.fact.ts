import type { Day } from '../calendars/local-date.calendar.js';
import type { RecordedFact } from './case.codec.js';
import type { CharterEvent } from './envelope.parser.js';

/** What a case keeps of an event that lies on the log at `offset` and was recorded on `recordDay`. */
export function recordedFactOf(event: CharterEvent, recordDay: Day, offset: number): RecordedFact {
  const { name, data, source, id, at, finer } = event;
  // Name and data are those of one event, so that they belong together.
  return { name, data, source, id, at, finer, recordDay, offset } as RecordedFact;
}
