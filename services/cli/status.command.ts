import type { Command } from 'commander';
import type { Settings } from '../../libs/settings/settings.settings.js';
import type { Status } from '../query/status/status.rule.js';
import { grouped } from './intake-report.rule.js';
import { readStoredFigures } from './stored-figures.service.js';
import { toTable } from './table.codec.js';

/** `charter status`: how far the stored figures are, and whether they add up. */
export function addStatus(program: Command, settings: () => Settings): void {
  program
    .command('status')
    .description('how far the figures are, and whether they add up')
    .option('--json', 'as the API gives it')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const figures = await readStoredFigures(settings());
      try {
        const status = await figures.status.status();
        process.stdout.write(json === true ? `${JSON.stringify(status, null, 2)}\n` : describeStatus(status));
      } finally {
        await figures.close();
      }
    });
}

function describeStatus({ countedTo, events, partitions, feeds }: Status): string {
  const { accepted, applied, duplicates, quarantined, inFlight } = events;
  const sum = applied + duplicates + quarantined + inFlight;
  const rows = partitions.map(({ partition, end, position, lag }) => [partition, end, position, lag].map(String));
  const seen = feeds
    .filter(({ lastSeen }) => lastSeen !== null)
    .map(({ fact, lastSeen, state }) => [fact, lastSeen ?? '', state]);
  return [
    `Counted to ${countedTo}`,
    `${grouped(accepted)} events accepted = ${grouped(applied)} applied + ${grouped(duplicates)} duplicates + ` +
      `${grouped(quarantined)} quarantined + ${grouped(inFlight)} in flight${sum === accepted ? '' : ': DOES NOT ADD UP'}`,
    '',
    toTable(['partition', 'end', 'position', 'lag'], rows),
    '',
    toTable(['fact', 'last seen', 'state'], seen),
    '',
  ].join('\n');
}
