import { hash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../store/sqlite-database.store.js';
import { describeEventLog } from './event-log.contract.js';
import { LogUnavailable, type NewRecord } from './event-log.port.js';
import { SqliteLog } from './sqlite.log.js';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'charter-log-'));

describeEventLog('The log in SQLite', (now) => {
  const folder = newFolder();
  let database = openDatabase(folder);
  return Promise.resolve({
    log: new SqliteLog(database, now, 6),
    reopen: () => {
      database.close();
      database = openDatabase(folder);
      return Promise.resolve(new SqliteLog(database, now, 6));
    },
    remove: () => {
      database.close();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  });
});

describe('The log in SQLite', () => {
  let folder: string;
  let database: DatabaseSync;
  let log: SqliteLog;
  beforeEach(() => {
    folder = newFolder();
    database = openDatabase(folder);
    log = new SqliteLog(database, () => 1_775_000_000_000, 6);
  });
  afterEach(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  const record = (value: string, partition = 0): NewRecord => ({ key: 'CASE-000001', value, partition });
  const blocks = (): number => Number(database.prepare('SELECT count(*) AS n FROM log_block').get()?.['n']);
  /** Another that has nothing of it in memory. */
  const reader = (): SqliteLog => new SqliteLog(database, () => 0, 6);

  it('writes appends of one turn as one block, with one append time', async () => {
    await Promise.all(Array.from({ length: 50 }, (_, n) => log.append([record(`value ${n}`)])));
    expect(blocks()).toBe(1);
    expect((await reader().read(0, 0, 100)).map(({ value }) => value)).toEqual(
      Array.from({ length: 50 }, (_, n) => `value ${n}`),
    );
  });

  it('reads through single-record blocks up to the limit in one call', async () => {
    for (let n = 0; n < 40; n += 1) await log.append([record(`value ${n}`)]);
    expect(blocks()).toBe(40);
    for (const one of [log, reader()]) {
      expect((await one.read(0, 5, 30)).map(({ offset }) => offset)).toEqual(
        Array.from({ length: 30 }, (_, n) => n + 5),
      );
    }
  });

  it('cuts a batch of much text into several blocks, and stops reading after some of them', async () => {
    const large = 'x'.repeat(1_000_000);
    await log.append(Array.from({ length: 25 }, (_, n) => record(`${large}${n}`)));
    expect(blocks()).toBe(25);
    const first = await reader().read(0, 0, 100);
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(25);
  });

  it('leaves no statement open after a read that stopped early: the database can still be written and closed', async () => {
    for (let n = 0; n < 20; n += 1) await log.append([record('x'.repeat(1_000_000))]);
    await reader().read(0, 0, 100);
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    await log.append([record('after')]);
    expect(await log.bounds(0)).toEqual({ start: 0, end: 21 });
  });

  it('reads what another handle has appended', async () => {
    const reading = openDatabase(folder, { readOnly: true });
    const follower = new SqliteLog(reading, () => 0, 6);
    await log.append([record('a')]);
    expect(await follower.read(0, 0, 10)).toMatchObject([{ value: 'a' }]);
    await log.append([record('b')]);
    expect(await follower.read(0, 1, 10)).toMatchObject([{ value: 'b' }]);
    await expect(follower.append([record('c')])).rejects.toBeInstanceOf(LogUnavailable);
    reading.close();
  });

  it('goes on after what another log object has appended to the same table', async () => {
    await log.append([record('a')]);
    await reader().append([record('b')]);
    await log.append([record('c')]);
    for (const one of [log, reader()]) {
      expect((await one.read(0, 0, 10)).map(({ value }) => value)).toEqual(['a', 'b', 'c']);
    }
  });

  it('is unavailable while the disk is full, keeps what it had acknowledged, and takes records again afterwards', async () => {
    await log.append([record('before')]);
    const { page_count: pages } = database.prepare('PRAGMA page_count').get() ?? {};
    database.exec(`PRAGMA max_page_count = ${Number(pages)}`);
    const noise = Array.from({ length: 1_000 }, (_, n) => hash('sha256', String(n))).join('');
    const outcomes = await Promise.allSettled([log.append([record(noise)]), log.append([record('small')])]);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ reason: { code: 'log-unavailable', retriable: true } });
    expect(await log.bounds(0)).toEqual({ start: 0, end: 1 });
    database.exec('PRAGMA max_page_count = 1000000');
    await log.append([record('after')]);
    expect((await reader().read(0, 0, 10)).map(({ value }) => value)).toEqual(['before', 'after']);
  });

  it('cannot be opened with another number of partitions', () => {
    expect(() => new SqliteLog(database, () => 0, 12)).toThrow('has 6 partitions');
  });
});
