import type { Command } from 'commander';
import { loadRegister } from '../../libs/register/register.store.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { generationInUse } from '../indicators/generation-in-use.service.js';
import { computationOf } from '../indicators/open-engine.service.js';
import { verifyFigures } from '../indicators/verify.service.js';
import { grouped } from './intake-report.rule.js';
import { openToRead, type OpenedSystem } from './opened-system.service.js';
import { showProgress } from './progress.service.js';

/** Releases cannot be made yet, so there is none to verify. */
export class NoReleases extends Error {
  readonly code = 'no-releases';
  readonly retriable = false;
  constructor() {
    super('There are no releases yet to verify. Without a release, the figures in use are recounted: charter verify');
  }
}

/** `charter verify`: counts the log once more in memory and compares the figures in use with it. */
export function addVerify(program: Command, settings: () => Settings): void {
  program
    .command('verify')
    .description('count the log once more, writing nothing, and compare the figures in use with it')
    .argument('[release]', 'a release; not to be had yet')
    .action(async (release: string | undefined) => {
      if (release !== undefined) throw new NoReleases();
      const system = await openToRead(settings());
      try {
        if (!(await verify(system))) process.exitCode = 1;
      } finally {
        await system.close();
      }
    });
}

/** Answers whether the figures are those of the log. */
async function verify({ log, store }: OpenedSystem): Promise<boolean> {
  const progress = showProgress('Recounting', await recordsCounted(store), 'events', process.stderr);
  const alarm = (message: string, error: unknown): void => {
    process.stderr.write(`${message}: ${String(error)}\n`);
  };
  let records = 0;
  const lines: string[] = [];
  const parts = { log, store, computation: computationOf(loadRegister()), alarm };
  for await (const { partition, through, differences } of verifyFigures(parts, progress.advance)) {
    records += through + 1;
    lines.push(...differences.map((difference) => `partition ${String(partition)}: ${difference}`));
  }
  progress.done();
  const isEqual = lines.length === 0;
  lines.push(
    isEqual
      ? `Equal: ${grouped(records)} events recounted, every sum the same.`
      : 'The figures stored are not those of the log: restore a copy, or count anew.',
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return isEqual;
}

async function recordsCounted(store: OpenedSystem['store']): Promise<number> {
  const { id, partitionCount } = await generationInUse(store);
  let records = 0;
  for (let partition = 0; partition < partitionCount; partition += 1) {
    records += ((await store.lastSegment(id, partition))?.through ?? -1) + 1;
  }
  return records;
}
