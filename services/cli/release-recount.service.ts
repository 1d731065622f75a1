import { parseDay } from '../../libs/calendars/local-date.calendar.js';
import { parseYear } from '../../libs/calendars/period.calendar.js';
import type { EventLog } from '../../libs/log/event-log.port.js';
import { differencesBetween } from '../../libs/publication/differences.rule.js';
import { changeInWords } from '../../libs/publication/differences-in-words.rule.js';
import { manifestName } from '../../libs/publication/file-name.rule.js';
import { findingInWords, verifyManifest } from '../../libs/publication/manifest-verification.rule.js';
import type { SignedManifest } from '../../libs/publication/manifest.fact.js';
import type { Release, TableName } from '../../libs/publication/release.fact.js';
import type { SigningKey } from '../../libs/publication/signing-key.codec.js';
import type { Settings } from '../../libs/settings/settings.settings.js';
import { MemoryStore } from '../../libs/store/memory.store.js';
import type { ReleaseStore } from '../../libs/store/release-store.port.js';
import { countStretch, type Counted } from '../indicators/counting.service.js';
import { Engine } from '../indicators/engine.service.js';
import type { Computation } from '../indicators/open-engine.service.js';
import { onlyGeneration } from '../indicators/own-generations.service.js';
import { OtherFingerprint } from '../indicators/verify.service.js';
import { yearTablesOn } from './year-tables.service.js';

const TABLES: readonly TableName[] = ['exact', 'published'];
/** Unchanged cases kept decoded while recounting; all are in memory as bytes anyway. */
const CACHED_CASES = 20_000;

/** Whether the files kept of a release are those that its manifests speak of and that were signed: what is wrong, in words. */
export async function filesOutOfOrder(
  release: Release,
  store: ReleaseStore,
  { publicKey }: Pick<SigningKey, 'publicKey'>,
): Promise<readonly string[]> {
  const found = await Promise.all(
    TABLES.map(async (table) => {
      const kept = await store.file(release.id, table, manifestName(release.id, table));
      if (kept === null) return [`The manifest of the ${table} table is missing.`];
      const manifest = JSON.parse(new TextDecoder().decode(kept.bytes)) as SignedManifest;
      const files = await Promise.all(manifest.files.map(({ name }) => store.file(release.id, table, name)));
      return verifyManifest(
        files.filter((file) => file !== null),
        manifest,
        publicKey,
      ).map(findingInWords);
    }),
  );
  return found.flat();
}

export interface RecountParts {
  readonly log: EventLog;
  readonly computation: Computation;
  readonly settings: Settings;
  readonly alarm: (message: string, error: unknown) => void;
}

/**
 * Counts the log up to the release's positions once more in memory, and compares both tables: what differs, in words. The
 * published one is controlled as the release says that it was, whatever is set now.
 *
 * @throws OtherFingerprint where it was counted by other definitions than this program has
 */
export async function recountedOtherwise(
  release: Release,
  { log, computation, settings, alarm }: RecountParts,
  counted: Counted,
): Promise<readonly string[]> {
  const { program, fingerprint, layout } = computation;
  if (release.fingerprint !== fingerprint) throw new OtherFingerprint();
  const [year, asOf] = [parseYear(release.year), parseDay(release.asOf)];
  if (year === null || asOf === null) throw new Error(`release ${release.id} is of no year or day`);
  const store = new MemoryStore();
  const partitionCount = release.positions.length;
  const generation = { id: 'recount', fingerprint, layout, partitionCount };
  await store.createGeneration(generation);
  await store.pointTo(generation.id, null);
  const generations = onlyGeneration(generation.id);
  const engine = new Engine({ log, store, program, generations, partitionCount, cachedCases: CACHED_CASES, alarm });
  for (const { partition, position } of release.positions) {
    const from = await engine.assigned(partition);
    await countStretch(log, engine, { partition, from, through: position - 1 }, counted);
    await engine.revoked(partition);
  }
  const { publication } = settings;
  const small = release.control?.small ?? publication.small;
  const aggregates = await yearTablesOn(log, store, { publication: { ...publication, small } });
  const recounted = await aggregates.tablesAt(year, asOf);
  return TABLES.flatMap((table) =>
    differencesBetween(release[table].rows, recounted[table]).map(
      (change) => `${table} table, recounted: ${changeInWords(change)}`,
    ),
  );
}
