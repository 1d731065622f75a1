import { once } from 'node:events';
import type { Command } from 'commander';
import { formatInstant } from '../../libs/calendars/instant.calendar.js';
import type { EventLog, LogRecord } from '../../libs/log/event-log.port.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { openToRead } from './opened-system.service.js';

const batchSize = 5_000;

/** `charter export`: the log as structured CloudEvents, each with its record time, fit to be taken in elsewhere. */
export function addExport(program: Command, settings: () => Settings): void {
  program
    .command('export')
    .description('print every event on the log, partition after partition, in log order')
    .action(async () => {
      const { log, close } = await openToRead(settings());
      try {
        await exportTo(process.stdout, log);
      } finally {
        await close();
      }
    });
}

async function exportTo(stream: NodeJS.WritableStream, log: EventLog): Promise<void> {
  for (let partition = 0; partition < (await log.partitionCount()); partition += 1) {
    let position = 0;
    for (;;) {
      const records = await log.read(partition, position, batchSize);
      if (records.length === 0) break;
      position += records.length;
      if (!stream.write(records.map(withRecordTime).join(''))) await once(stream, 'drain');
    }
  }
}

/** What is not JSON is left as it lies on the log: whoever takes it in refuses it again. */
function withRecordTime({ value, appendedAt }: LogRecord): string {
  if (value === null) return '';
  try {
    const event = JSON.parse(value) as Readonly<Record<string, unknown>>;
    return `${JSON.stringify({ ...event, recordedtime: event['recordedtime'] ?? formatInstant(appendedAt) })}\n`;
  } catch {
    return `${value}\n`;
  }
}
