import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aCase, aCheckpoint, aGeneration, aQuarantineEntry, aSegment } from './checkpoint.testkit.js';
import { CuttingProxy, type Cut } from './cutting-proxy.testkit.js';
import type { Checkpoint } from './engine-store.port.js';
import { dropDatabase, freshDatabase } from './mongo-database.testkit.js';
import { openMongoStore, type MongoStore } from './mongo.store.js';
import { stale } from './store-under-test.testkit.js';

type Command = 'insert' | 'update' | 'delete' | 'find';

/** A request of MongoDB's protocol begins with its command and the collection that it is for. */
function asking(command: Command, collection: string): Cut['of'] {
  return (request) => request.includes(`${command}\0`) && request.includes(`${collection}\0`);
}

describe('The store in MongoDB behind a bad connection', () => {
  let url: string;
  let proxy: CuttingProxy;
  let store: MongoStore;
  /** Another process, with a good connection. */
  let other: MongoStore;

  const second: Checkpoint = aCheckpoint({
    quarantine: [aQuarantineEntry(150), aQuarantineEntry(151)],
    segment: aSegment(1),
    cases: [
      aCase('CASE-000001', { readThrough: 99, through: 180 }),
      ...Array.from({ length: 700 }, (_, n) => aCase(`CASE-1${String(n).padStart(5, '0')}`, { through: 190 })),
    ],
    position: 200,
  });

  const expectSecondSaved = async (): Promise<void> => {
    expect(await other.quarantine(10)).toHaveLength(3);
    expect(await other.segmentHeadersFrom('g1', 0, 0)).toMatchObject([{ last: 0 }, { last: 1 }]);
    const subjects = second.cases.map(({ subject }) => subject);
    const cases = await other.readCases('g1', 0, subjects);
    expect(cases.map(({ through }) => through).sort()).toEqual(second.cases.map(({ through }) => through).sort());
    expect(await other.position('g1', 0)).toBe(200);
  };

  beforeEach(async () => {
    url = freshDatabase();
    const server = new URL(url);
    proxy = new CuttingProxy({ host: server.hostname, port: Number(server.port) });
    await proxy.open();
    const behind = new URL(url);
    behind.host = `127.0.0.1:${proxy.port}`;
    store = await openMongoStore(behind.href, { pieceBytes: 5, selectionMs: 300 });
    other = await openMongoStore(url, { pieceBytes: 5 });
    await store.createGeneration(aGeneration());
    await store.commit(aCheckpoint());
  });
  afterEach(async () => {
    await store.close();
    await proxy.close();
    await other.close();
    await dropDatabase(url);
  });

  describe.each(['answer', 'request'] as const)('that loses the %s', (loses) => {
    it.each<readonly [Command, string]>([
      ['insert', 'quarantine'],
      ['insert', 'row_pieces'],
      ['insert', 'segments'],
      ['update', 'cases'],
      ['insert', 'cases'],
      ['update', 'partitions'],
      ['find', 'partitions'],
    ])('of a checkpoint’s %s in %s saves the checkpoint all the same', async (command, collection) => {
      proxy.cutOnce({ of: asking(command, collection), loses });
      await store.commit(second);
      expect(proxy.cuts).toBe(1);
      await expectSecondSaved();
      await expect(store.commit(second)).rejects.toEqual(stale('segment'));
    });

    it.each<readonly [Command, string]>([
      ['insert', 'segments'],
      ['delete', 'segments'],
      ['delete', 'row_pieces'],
    ])('of a merge’s %s in %s merges all the same', async (command, collection) => {
      await store.commit(second);
      proxy.cutOnce({ of: asking(command, collection), loses });
      await store.mergeSegments(aSegment(0, 1));
      expect(proxy.cuts).toBe(1);
      expect(await other.segmentsFrom('g1', 0, 0)).toMatchObject([{ first: 0, last: 1, rows: aSegment(0, 1).rows }]);
    });

    it('of the pointer’s move moves it all the same', async () => {
      proxy.cutOnce({ of: asking('update', 'catalogue'), loses });
      expect(await store.pointTo('g1', null)).toBe(true);
      expect(proxy.cuts).toBe(1);
      expect(await other.currentGeneration()).toBe('g1');
    });
  });

  it.each([
    ['segments', 'segment'],
    ['cases', 'case'],
  ] as const)('does not take another writer’s document in %s for its own', async (collection, step) => {
    // Bit for bit the same as its own: only who wrote it tells them apart.
    const meanwhile = async (): Promise<void> => {
      if (collection === 'segments') await other.insertSegment(aSegment(1));
      else await other.replaceCases('g1', 0, second.cases);
    };
    proxy.cutOnce({ of: asking('insert', collection), loses: 'request', meanwhile });
    const cases = second.cases.filter(({ readThrough }) => readThrough === null);
    const checkpoint = { ...second, cases };
    await expect(store.commit(checkpoint)).rejects.toEqual(stale(step));
    expect(proxy.cuts).toBe(1);
    expect(await other.position('g1', 0)).toBe(100);
  });

  it('is unavailable while it is down, and goes on by itself', async () => {
    await proxy.close();
    const unavailable: unknown = expect.objectContaining({ code: 'store-unavailable', retriable: true });
    await expect(store.commit(second)).rejects.toEqual(unavailable);
    await expect(store.currentGeneration()).rejects.toEqual(unavailable);
    await proxy.open();
    await store.commit(second);
    await expectSecondSaved();
  });

  it('waits for a server that is away for a moment', async () => {
    await proxy.close();
    const saved = store.commit(second);
    await pause(500);
    await proxy.open();
    await saved;
    await expectSecondSaved();
  });

  it('cannot be opened where there is no server', async () => {
    await proxy.close();
    const opened = openMongoStore(`mongodb://127.0.0.1:${proxy.port}/none`, { selectionMs: 200 });
    await expect(opened).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});
