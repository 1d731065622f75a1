import { createReadStream } from 'node:fs';
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { formatInstant } from '../../../libs/calendars/instant.calendar.js';
import type { Settings } from '../../../libs/settings/settings.settings.js';
import { StoredAudit } from '../../query/audit/stored-audit.service.js';
import { endsOf } from '../counted-wait.service.js';
import { grouped } from '../intake-report.rule.js';
import { linesOf } from '../line.parser.js';
import { openToRead, openToWrite, type OpenedSystem } from '../opened-system.service.js';
import { showProgress } from '../progress.service.js';
import { carryAttention, carryAudit, carryReleases } from './carried-over.service.js';
import { openTarget, type ErasureTarget } from './erasure-target.service.js';
import { erasureEntry } from './erasures.service.js';
import { copyWithout, findCases, type FoundCases } from './log-without-cases.service.js';

/** None of the cases is on the log: nothing was written anywhere. */
export class NothingToErase extends Error {
  readonly code = 'nothing-to-erase';
  readonly retriable = false;
  constructor() {
    super('None of these cases is on the log.');
  }
}

/** `charter erase <file|->`: the log without some cases, in a new place, with everything counted from it. */
export function addErase(program: Command, settings: () => Settings): void {
  program
    .command('erase')
    .description('write the log anew without some cases, to a place of its own, and count it; stop the system first')
    .argument('<file>', 'case references, one a line; - for standard input, so that no command line holds them')
    .requiredOption('--into <name>', 'embedded: a new data folder; distributed: name of a new topic and a new database')
    .action(async (file: string, { into }: { readonly into: string }) => {
      const read = settings();
      const references = await referencesIn(file);
      // A data folder is held, so that nothing comes in; a topic is looked at again in the end.
      const system = await (read.profile === 'distributed' ? openToRead(read) : openToWrite(read));
      try {
        const found = await findCases(system.log, references);
        if (found.cases === 0) throw new NothingToErase();
        const target = await openTarget(into, read, await system.log.partitionCount());
        try {
          await erase(system, target, references, found);
        } finally {
          await target.close();
        }
        process.stdout.write(`${told(found, references.size)}\n${target.next}\n`);
      } finally {
        await system.close();
      }
    });
}

async function erase(
  { log, store }: OpenedSystem,
  target: ErasureTarget,
  references: ReadonlySet<string>,
  { cases, records }: FoundCases,
): Promise<void> {
  await carryAudit(store.audit, target.store.audit);
  await carryReleases(store.releases, target.store.releases);
  const total = (await endsOf(log)).reduce((sum, end) => sum + end, 0);
  const copying = showProgress('Copying', total, 'events', process.stderr);
  await copyWithout(log, references, target.log, copying.advance);
  copying.done();
  await carryAttention(store.attention, target.store.attention, await endsOf(target.log));
  const entry = erasureEntry(formatInstant(Date.now()), `charter erase, ${userInfo().username}`, cases, records);
  await new StoredAudit(target.store.audit).record(entry);
  const counting = showProgress('Counting', total - records, 'events', process.stderr);
  await target.count(counting.advance);
  counting.done();
}

async function referencesIn(file: string): Promise<ReadonlySet<string>> {
  const references = new Set<string>();
  for await (const lines of linesOf(file === '-' ? process.stdin : createReadStream(file))) {
    for (const { text } of lines) references.add(text.trim());
  }
  return references;
}

function told({ cases, records }: FoundCases, asked: number): string {
  const missing = asked - cases;
  const rest = missing === 0 ? '' : ` ${grouped(missing)} of those named were not on the log.`;
  return `${grouped(cases)} ${cases === 1 ? 'case' : 'cases'}, ${grouped(records)} events erased.${rest}`;
}
