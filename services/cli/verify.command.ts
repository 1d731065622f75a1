import type { Command } from 'commander';
import { loadRegister } from '../../libs/register/register.store.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { generationInUse } from '../indicators/generation-in-use.service.js';
import { computationOf } from '../indicators/open-engine.service.js';
import { verifyFigures } from '../indicators/verify.service.js';
import { releaseOf } from '../query/releases/stored-release.codec.js';
import { casesErasedSince } from './erasure/erasures.service.js';
import { grouped } from './intake-report.rule.js';
import { openToRead, type OpenedSystem } from './opened-system.service.js';
import { filesOutOfOrder, recountedOtherwise } from './release-recount.service.js';
import { showProgress } from './progress.service.js';

/** The store has no release of that id. */
export class NoSuchRelease extends Error {
  readonly code = 'no-such-release';
  readonly retriable = false;
  constructor(id: string) {
    super(
      `There is no release ${id}. Releases there are: GET /v1/releases. Without one, charter verify recounts the figures.`,
    );
  }
}

/** Signatures cannot be checked without the key. */
export class NoSigningKey extends Error {
  readonly code = 'no-signing-key';
  readonly retriable = false;
  constructor() {
    super('CHARTER_SIGNING_KEY is not set, so no signature can be checked.');
  }
}

/** `charter verify`: counts the log once more in memory and compares the figures in use with it. */
export function addVerify(program: Command, settings: () => Settings): void {
  program
    .command('verify')
    .description('count the log once more, writing nothing, and compare the figures in use with it')
    .argument(
      '[release]',
      'a release, for example 2025-26.1: its files, its signature, and its figures counted once more',
    )
    .action(async (release: string | undefined) => {
      const read = settings();
      const system = await openToRead(read);
      try {
        const isSound = release === undefined ? await verify(system) : await verifyRelease(release, system, read);
        if (!isSound) process.exitCode = 1;
      } finally {
        await system.close();
      }
    });
}

/** Answers whether a release is what was frozen, and what the log up to its positions gives. */
async function verifyRelease(id: string, { log, store }: OpenedSystem, settings: Settings): Promise<boolean> {
  const { signingKey } = settings.publication;
  if (signingKey === null) throw new NoSigningKey();
  const document = await store.releases.document(id);
  if (document === null) throw new NoSuchRelease(id);
  const release = releaseOf(document);
  const lines = [...(await filesOutOfOrder(release, store.releases, signingKey))];
  const erased = await casesErasedSince(store.audit, release.madeAt);
  if (erased > 0) {
    const isSound = lines.length === 0;
    lines.push(`${grouped(erased)} ${erased === 1 ? 'case' : 'cases'} erased since: not recomputable.`);
    lines.push(isSound ? 'Files and signatures are as they were made.' : `${id} is not what was frozen.`);
    process.stdout.write(`${lines.join('\n')}\n`);
    return isSound;
  }
  const records = release.positions.reduce((sum, { position }) => sum + position, 0);
  const progress = showProgress('Recounting', records, 'events', process.stderr);
  const computation = computationOf(loadRegister());
  lines.push(...(await recountedOtherwise(release, { log, computation, settings, alarm }, progress.advance)));
  progress.done();
  const isSound = lines.length === 0;
  lines.push(
    isSound
      ? `Sound: files and signatures are as they were made; ${grouped(records)} events recounted, every row the same.`
      : `${id} is not what was frozen, or not what the log gives.`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return isSound;
}

/** Answers whether the figures are those of the log. */
async function verify({ log, store }: OpenedSystem): Promise<boolean> {
  const progress = showProgress('Recounting', await recordsCounted(store), 'events', process.stderr);
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

function alarm(message: string, error: unknown): void {
  process.stderr.write(`${message}: ${String(error)}\n`);
}
