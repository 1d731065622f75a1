import { InvalidArgumentError, type Command } from 'commander';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { changesInWords } from '../../libs/publication/differences-in-words.rule.js';
import type { ReleaseHead, ReleaseState } from '../../libs/publication/release.fact.js';
import { loadRegister } from '../../libs/register/register.store.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { StoredAudit } from '../query/audit/stored-audit.service.js';
import { ReleaseMaking } from '../query/releases/release-making.service.js';
import { detailOf } from './asked-system.service.js';
import { openToWrite } from './opened-system.service.js';
import { yearTablesOn } from './year-tables.service.js';

interface ReleaseOptions {
  readonly state: ReleaseState;
  readonly note: string;
  readonly url?: string;
  readonly token?: string;
}

/** No release was made. */
export class ReleaseRefused extends Error {
  readonly code = 'release-refused';
  readonly retriable = false;
}

/** Longest wait for a running system, which may have to put a large year together. */
const LONGEST_WAIT_MS = 60_000;

/** `charter release <year>`: freezes the framework's year as known now. */
export function addRelease(program: Command, settings: () => Settings): void {
  program
    .command('release')
    .description('freeze the whole framework in a year as known now')
    .argument('<year>', 'for example 2025-26')
    .option('--state <state>', 'provisional, or final from 28 days after the year has ended', stateNamed, 'provisional')
    .option('--note <text>', 'for readers: why it was made', '')
    .option('--url <url>', 'ask a running system (default: straight on the store)')
    .option('--token <token>', 'bearer token of a compiler (default: CHARTER_TOKEN)')
    .action(async (year: string, options: ReleaseOptions) => {
      const read = settings();
      const made = options.url === undefined ? await frozen(year, options, read) : await asked(year, options, read);
      process.stdout.write(`${made}\n`);
    });
}

function stateNamed(name: string): ReleaseState {
  if (name !== 'provisional' && name !== 'final') throw new InvalidArgumentError('Takes provisional or final.');
  return name;
}

async function frozen(year: string, { state, note }: ReleaseOptions, settings: Settings): Promise<string> {
  const { log, store, close } = await openToWrite(settings);
  try {
    const aggregates = await yearTablesOn(log, store, settings);
    const audit = new StoredAudit(store.audit);
    const { publication } = settings;
    const register = loadRegister();
    const making = new ReleaseMaking(aggregates, store.releases, register, measures, publication, audit, Date.now);
    const request = { year, state, note, embargoUntil: null, preReleaseRoles: [] };
    const result = await making.make(request, { name: 'charter release', role: 'compiler' });
    if (!result.made) throw new ReleaseRefused(result.reason);
    const { exact, supersedes } = result.release;
    return describe(result.release, changesInWords(exact.changes, supersedes));
  } finally {
    await close();
  }
}

async function asked(year: string, { state, note, url, token }: ReleaseOptions, settings: Settings): Promise<string> {
  const answer = await fetch(new URL('/v1/releases', url), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token ?? settings.token}` },
    body: JSON.stringify({ year, state, note }),
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  }).catch((error: unknown) => {
    throw new ReleaseRefused(`${String(url)} cannot be reached.`, { cause: error });
  });
  const body: unknown = await answer.json().catch(() => null);
  if (answer.status !== 201) throw new ReleaseRefused(detailOf(body) ?? `Answered with ${String(answer.status)}.`);
  const release = body as ReleaseHead & { readonly summary: string };
  return describe(release, release.summary);
}

function describe({ id, asOf, state }: ReleaseHead, summary: string): string {
  return `Release ${id}, ${state}, as known at the end of ${asOf}.\n${summary}`.trimEnd();
}
