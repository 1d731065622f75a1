import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteLog } from '../../libs/log/sqlite.log.js';
import { openDatabase } from '../../libs/store/sqlite-database.store.js';
import { everySampleFigureIsEqual, figuresAreUpToDate } from './figures.testkit.js';
import {
  dealtSample,
  eventsAddUp,
  misplacedRecords,
  quarantined,
  replay,
  replayTwiceEach,
} from './misplaced.testkit.js';
import { newDataFolder, runCharter, startSystem, type RunningSystem } from './running-system.testkit.js';

const { misplaced, others } = dealtSample();
/** As many as a data folder has. */
const PARTITIONS = 6;
const planted = misplaced.length + 1;

describe('the sample, some of it in partitions that are not its own', () => {
  const folder = newDataFolder();
  const copy = join(folder.path, 'audit.ndjson');
  let system: RunningSystem;
  let replays = 0;

  beforeAll(async () => {
    await plant();
    system = await startSystem(folder.path);
    const sent = ['ingest', '-', '--url', system.url];
    expect(await runCharter(folder.path, sent, others.join('\n'))).toMatchObject({ code: 0 });
    await figuresAreUpToDate(system.url, planted + others.length);
  }, 60_000);

  afterAll(async () => {
    await system.stop();
    folder.remove();
  }, 60_000);

  it('lies in quarantine there, with its reason, and nobody’s case named', async () => {
    const entries = await quarantined(system.url);
    expect(await eventsAddUp(system.url)).toMatchObject({ quarantined: entries.length, inFlight: 0 });
    const kinds = Map.groupBy(entries, ({ code, standing }) => `${code} ${standing}`);
    expect([...kinds.keys()].sort()).toEqual(['conflict refused', 'not-json refused', 'wrong-partition replayable']);
    expect(kinds.get('wrong-partition replayable')).toHaveLength(misplaced.length);
    const told = JSON.stringify(entries);
    for (const line of misplaced) expect(told).not.toContain(`"${String(JSON.parse(line).subject)}"`);
  });

  it('gives every figure of the sample once it has been replayed, twice each', async () => {
    const before = await eventsAddUp(system.url);
    const ids = (await quarantined(system.url)).filter(({ standing }) => standing === 'replayable').map(({ id }) => id);
    replays = await replayTwiceEach(system.url, ids);
    await figuresAreUpToDate(system.url, before.accepted + replays);
    expect(await eventsAddUp(system.url)).toEqual({
      accepted: before.accepted + replays,
      applied: before.applied + misplaced.length,
      duplicates: before.duplicates + replays - misplaced.length,
      quarantined: before.quarantined,
      inFlight: 0,
    });
    expect(await everySampleFigureIsEqual(system.url)).toBe(131);
  }, 60_000);

  it('is counted from then on, and is not put on the log once more', async () => {
    const entries = await quarantined(system.url);
    expect(entries.filter(({ standing }) => standing === 'counted')).toHaveLength(misplaced.length);
    const before = await eventsAddUp(system.url);
    for (const { id } of entries) expect(await replay(system.url, id)).toBe(409);
    expect(await eventsAddUp(system.url)).toEqual(before);
  });

  it('is accounted for, replay by replay, in a log that can be checked', async () => {
    const asAuditor = ['--url', system.url, '--token', 'demo-auditor'];
    const exported = await runCharter(folder.path, ['audit', 'export', ...asAuditor]);
    expect(exported.stdout.match(/replay-quarantined/g)).toHaveLength(replays);
    writeFileSync(copy, exported.stdout);
    const checked = await runCharter(folder.path, ['audit', 'check', '--copy', copy, ...asAuditor]);
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringContaining(`Whole: ${replays} lines`) });
  });

  it('can be listed and replayed on the store itself, and the log counted anew gives the same', async () => {
    await system.stop();
    const listed = await runCharter(folder.path, ['quarantine', 'list']);
    expect(listed.stdout.match(/ counted /g)).toHaveLength(misplaced.length);
    const refused = await runCharter(folder.path, ['quarantine', 'replay', '0-0', '0-1']);
    expect(refused).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^0-0: /) });
    expect(await runCharter(folder.path, ['verify'])).toMatchObject({ code: 0 });
    expect(await runCharter(folder.path, ['audit', 'check', '--copy', copy])).toMatchObject({ code: 0 });
    system = await startSystem(folder.path);
    expect(await everySampleFigureIsEqual(system.url)).toBe(131);
  }, 60_000);

  it('shows an audit log that was tampered with, or cut short', async () => {
    await system.stop();
    tamper(`DELETE FROM audit_entry WHERE number = ${replays}`);
    const cut = await runCharter(folder.path, ['audit', 'check', '--copy', copy]);
    expect(cut).toMatchObject({ code: 1, stderr: expect.stringContaining('the copy with line') });
    expect(await runCharter(folder.path, ['audit', 'check'])).toMatchObject({ code: 0 });
    tamper(`UPDATE audit_entry SET entry = replace(entry, 'admin', 'staff') WHERE number = 2`);
    const changed = await runCharter(folder.path, ['audit', 'check']);
    expect(changed).toMatchObject({ code: 1, stderr: expect.stringContaining('line 2 was changed') });
    system = await startSystem(folder.path);
  }, 60_000);

  async function plant(): Promise<void> {
    const database = openDatabase(folder.path);
    const log = new SqliteLog(database, Date.now, PARTITIONS);
    await log.append(misplacedRecords(misplaced, PARTITIONS));
    await log.close();
    database.close();
  }

  function tamper(statement: string): void {
    const database = openDatabase(folder.path);
    database.exec(statement);
    database.close();
  }
});
