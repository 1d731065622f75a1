import type { Clock } from '../../libs/calendars/clock.port.js';
import { parseEvent, toWire } from '../../libs/events/envelope.parser.js';
import type { EventLog, NewRecord } from '../../libs/log/event-log.port.js';
import type { IntakeReport, RefusedLine } from './intake-report.rule.js';
import type { Line } from './line.parser.js';

const batchSize = 10_000;

/**
 * Checks lines as the door does for an importer and appends the good ones to the log, some thousand at a time.
 *
 * @param taken told how many more lines have been gone through
 */
export async function appendLines(
  lines: AsyncIterable<readonly Line[]>,
  log: EventLog,
  clock: Clock,
  taken: (lines: readonly Line[]) => void,
): Promise<IntakeReport> {
  const refused: RefusedLine[] = [];
  let accepted = 0;
  let batch: NewRecord[] = [];
  const append = async (): Promise<void> => {
    if (batch.length === 0) return;
    await log.append(batch);
    accepted += batch.length;
    batch = [];
  };
  for await (const some of lines) {
    const admission = { now: clock(), mayRecord: true };
    for (const { number, text } of some) {
      const checked = parseEvent(text, admission);
      if (checked.ok) batch.push({ key: checked.event.subject, value: toWire(checked.event) });
      else refused.push({ line: number, ...checked.refusal });
      if (batch.length >= batchSize) await append();
    }
    taken(some);
  }
  await append();
  return { accepted, refused };
}
