import type { Command } from 'commander';
import { measures } from '../../libs/measures/measure-list.measure.js';
import { loadRegister } from '../../libs/register/register.store.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { StoredAudit } from '../query/audit/stored-audit.service.js';
import { readQuarantineId } from '../query/quarantine/quarantine-id.codec.js';
import { QuarantineService, type QuarantinePage, type Replay } from '../query/quarantine/quarantine.service.js';
import type { ShownEntry } from '../query/quarantine/shown-entry.rule.js';
import { EntryStandings } from '../query/quarantine/standing.service.js';
import { answerOf } from './asked-system.service.js';
import { openToRead, openToWrite, type OpenedSystem } from './opened-system.service.js';
import { toTable } from './table.codec.js';

interface SystemOptions {
  readonly url?: string;
  readonly token?: string;
}

/** An event was left in quarantine. */
export class ReplayRefused extends Error {
  readonly code = 'replay-refused';
  readonly retriable = false;
}

/** `charter quarantine list|replay`: what lies on the log and is not counted. */
export function addQuarantine(program: Command, settings: () => Settings): void {
  const quarantine = program.command('quarantine').description('events on the log that were not counted');
  quarantine
    .command('list')
    .description('where they lie, why, and what would become of each now')
    .option('--json', 'as the API gives it')
    .option('--url <url>', 'ask a running system (default: straight on the store)')
    .option('--token <token>', 'bearer token of an auditor or admin (default: CHARTER_TOKEN)')
    .action(async ({ json, ...options }: SystemOptions & { readonly json?: boolean }) => {
      const entries = await listed(options, settings());
      process.stdout.write(json === true ? `${JSON.stringify(entries, null, 2)}\n` : describe(entries));
    });
  quarantine
    .command('replay')
    .description('put events on the log again that would be counted now')
    .argument('<id...>', 'as the list has them, for example 3-1205')
    .option('--url <url>', 'ask a running system (default: straight on the store)')
    .option('--token <token>', 'bearer token of an admin (default: CHARTER_TOKEN)')
    .action(async (ids: readonly string[], options: SystemOptions) => {
      await replayed(ids, options, settings());
    });
}

async function listed({ url, token }: SystemOptions, settings: Settings): Promise<readonly ShownEntry[]> {
  if (url !== undefined) {
    return everyPage(async (after) => {
      const path = `/v1/quarantine${after === null ? '' : `?after=${after}`}`;
      return (await answerOf({ url, token: token ?? settings.token, method: 'GET', path })) as QuarantinePage;
    });
  }
  const system = await openToRead(settings);
  try {
    const quarantine = quarantineOn(system);
    return await everyPage((after) => quarantine.page(after === null ? null : readQuarantineId(after)));
  } finally {
    await system.close();
  }
}

async function everyPage(read: (after: string | null) => Promise<QuarantinePage>): Promise<readonly ShownEntry[]> {
  const entries: ShownEntry[] = [];
  let after: string | null = null;
  do {
    const page: QuarantinePage = await read(after);
    entries.push(...page.entries);
    after = page.next;
  } while (after !== null);
  return entries;
}

/** One after the other, up to the first that is refused. */
async function replayed(ids: readonly string[], { url, token }: SystemOptions, settings: Settings): Promise<void> {
  const tell = (id: string): boolean => process.stdout.write(`${id} is on the log again.\n`);
  if (url !== undefined) {
    for (const id of ids) {
      const path = `/v1/quarantine/${encodeURIComponent(id)}/replay`;
      await answerOf({ url, token: token ?? settings.token, method: 'POST', path });
      tell(id);
    }
    return;
  }
  const system = await openToWrite(settings);
  try {
    const quarantine = quarantineOn(system);
    for (const id of ids) {
      const replay = await quarantine.replay(id, { name: 'charter quarantine replay', role: 'admin' });
      if (replay.standing !== 'replayed') throw new ReplayRefused(`${id}: ${whyNot(replay)}`);
      tell(id);
    }
  } finally {
    await system.close();
  }
}

function quarantineOn({ log, store }: OpenedSystem): QuarantineService {
  const standings = new EntryStandings(store, log, measures, loadRegister(), Date.now);
  return new QuarantineService(store, log, standings, new StoredAudit(store.audit), Date.now);
}

function whyNot(replay: Exclude<Replay, { standing: 'replayed' }>): string {
  if (replay.standing === 'missing') return 'there is no such entry.';
  if (replay.standing === 'counted') return 'its case holds this event already.';
  return `it would be quarantined again: ${replay.refusal.detail}`;
}

function describe(entries: readonly ShownEntry[]): string {
  if (entries.length === 0) return 'Nothing lies in quarantine.\n';
  const rows = entries.map(({ id, appendedAt, code, path, standing, event }) => [
    ...[id, appendedAt, code, path, standing],
    ...[event.type ?? '', event.source ?? '', event.id ?? ''],
  ]);
  return `${toTable(['entry', 'on the log since', 'code', 'member', 'now', 'type', 'source', 'id'], rows)}\n`;
}
