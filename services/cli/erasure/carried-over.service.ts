import { breachIn, CHAIN_START } from '../../../libs/access/audit-chain.rule.js';
import { manifestName } from '../../../libs/publication/file-name.rule.js';
import type { SignedManifest } from '../../../libs/publication/manifest.fact.js';
import type { TableName } from '../../../libs/publication/release.fact.js';
import type { AttentionStore } from '../../../libs/store/attention-store.port.js';
import type { AuditStore, StoredAuditEntry } from '../../../libs/store/audit-store.port.js';
import type { ReleaseFile, ReleaseStore } from '../../../libs/store/release-store.port.js';
import { releaseOf } from '../../query/releases/stored-release.codec.js';

const BATCH_SIZE = 500;
const TABLES: readonly TableName[] = ['exact', 'published'];

/** What a store holds besides what is counted from the log. */
export interface KeptBesidesFigures {
  readonly attention: AttentionStore;
  readonly audit: AuditStore;
  readonly releases: ReleaseStore;
}

/** The audit log is not whole, so nothing may rest on it. */
export class AuditBroken extends Error {
  readonly code = 'audit-broken';
  readonly retriable = false;
  constructor(breach: string) {
    super(`The audit log is not as it was written: ${breach}. Nothing was erased.`);
  }
}

/** Copies the audit log line by line, unchanged. @throws AuditBroken */
export async function carryAudit(from: AuditStore, to: AuditStore): Promise<void> {
  let end = CHAIN_START;
  for (;;) {
    const lines: readonly StoredAuditEntry[] = await from.after(end.number, BATCH_SIZE);
    const breach = breachIn(lines, end);
    if (breach !== null) throw new AuditBroken(breach);
    for (const line of lines) await to.insert(line);
    const last = lines.at(-1);
    if (last === undefined) return;
    end = last;
  }
}

/** Copies every release with its files, byte by byte. */
export async function carryReleases(from: ReleaseStore, to: ReleaseStore): Promise<void> {
  for (const document of await from.documents()) {
    const { id, madeAt } = releaseOf(document);
    const files = (await Promise.all(TABLES.map((table) => filesOf(from, id, table)))).flat();
    await to.insert({ id, madeAt: Date.parse(madeAt), document, files });
  }
}

async function filesOf(from: ReleaseStore, id: string, table: TableName): Promise<readonly ReleaseFile[]> {
  const manifest = await from.file(id, table, manifestName(id, table));
  if (manifest === null) return [];
  const { files } = JSON.parse(new TextDecoder().decode(manifest.bytes)) as SignedManifest;
  const others = await Promise.all(files.map(({ name }) => from.file(id, table, name)));
  return [manifest, ...others.filter((file) => file !== null)];
}

/**
 * Copies the changes of state and how far their telling has come. Positions beyond the new log's ends are brought back to
 * these: whoever counts the new log whole may speak after them.
 */
export async function carryAttention(from: AttentionStore, to: AttentionStore, ends: readonly number[]): Promise<void> {
  for (let number = 0; ;) {
    const changes = await from.changesAfter(number, BATCH_SIZE);
    for (const change of changes) {
      const positions = change.positions.map((position, partition) => Math.min(position, ends[partition] ?? 0));
      await to.insertChange({ ...change, positions });
    }
    const last = changes.at(-1);
    if (last === undefined) break;
    ({ number } = last);
  }
  for (const { number, attempts, nextAt, deliveredAt } of await from.deliveriesFrom(1)) {
    await to.beginAttempt(number, attempts, nextAt);
    if (deliveredAt !== null) await to.noteDelivered(number, deliveredAt);
  }
}
