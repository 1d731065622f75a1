import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { loadRegister } from '../../libs/register/register.store.js';
import { computationOf } from '../indicators/open-engine.service.js';
import { pruneGenerations, Rebuild } from '../indicators/rebuild.service.js';
import { grouped } from './intake-report.rule.js';
import { openToWrite, type OpenedSystem } from './opened-system.service.js';
import { showProgress } from './progress.service.js';
import { judgeRebuild } from './rebuild-judgement.service.js';

/** Unchanged cases kept in memory, for each partition. */
const CACHED_CASES = 20_000;
const PAUSE_MS = 100;

interface RebuildOptions {
  readonly accept?: boolean;
  readonly prune?: boolean;
}

/** `charter rebuild`: counts everything from the log once more, beside the figures in use, compares, and moves readers. */
export function addRebuild(program: Command, settings: () => Settings): void {
  program
    .command('rebuild')
    .description('count the log anew beside the figures in use, compare, and switch to what was counted')
    .option('--accept', 'switch though definitions, register or fold are others, and so the figures differ')
    .option('--prune', 'only delete what earlier rebuilds and versions have left')
    .action(async ({ accept = false, prune = false }: RebuildOptions) => {
      const system = await openToWrite(settings());
      try {
        if (prune) await pruneLeftovers(system);
        else if (!(await rebuildBeside(system, accept))) process.exitCode = 1;
      } finally {
        await system.close();
      }
    });
}

/** Answers whether readers are on what was counted now. */
async function rebuildBeside({ log, store }: OpenedSystem, accept: boolean): Promise<boolean> {
  const register = loadRegister();
  const rebuild = await Rebuild.begin({
    log,
    store,
    computation: computationOf(register),
    cachedCases: CACHED_CASES,
    alarm: (message, error) => {
      process.stderr.write(`${message}: ${String(error)}\n`);
    },
    pause: () => pause(PAUSE_MS),
  });
  const total = await rebuild.remaining();
  const progress = showProgress('Rebuilding', total, 'events', process.stderr);
  await rebuild.fill(progress.advance);
  progress.done();
  process.stderr.write(`${grouped(total)} events counted into ${rebuild.beside.id}. Comparing.\n`);
  const judgement = await judgeRebuild(rebuild, register, accept);
  for (const line of judgement.lines) process.stdout.write(`${line}\n`);
  if (!judgement.maySwitch) return false;
  await rebuild.moveReaders();
  process.stdout.write(
    `Readers use ${rebuild.beside.id} now. ${rebuild.inUse.id} is kept until the next rebuild, or: charter rebuild --prune\n`,
  );
  return true;
}

async function pruneLeftovers({ store }: OpenedSystem): Promise<void> {
  const pruned = await pruneGenerations(store, computationOf(loadRegister()).fingerprint);
  process.stdout.write(pruned.length === 0 ? 'There was nothing to delete.\n' : `Deleted: ${pruned.join(', ')}\n`);
}
