import { once } from 'node:events';
import type { Command } from 'commander';
import type { EventLog, LogRecord } from '../../libs/log/event-log.port.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { openToRead } from './opened-system.service.js';
import { withRecordTime } from '../../libs/events/record-time.codec.js';

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
      if (!stream.write(records.map(lineOf).join(''))) await once(stream, 'drain');
    }
  }
}

function lineOf({ value, appendedAt }: LogRecord): string {
  return value === null ? '' : `${withRecordTime(value, appendedAt)}\n`;
}
