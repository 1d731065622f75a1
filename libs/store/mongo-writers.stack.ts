import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aCase, aCheckpoint, aGeneration, aSegment } from './checkpoint.testkit.js';
import type { Checkpoint } from './engine-store.port.js';
import { connectToMongo } from './mongo-connection.store.js';
import { dropDatabase, freshDatabase } from './mongo-database.testkit.js';
import { openMongoStore, type MongoStore } from './mongo.store.js';

describe('The store in MongoDB', () => {
  let url: string;
  let one: MongoStore;
  let another: MongoStore;
  beforeEach(async () => {
    url = freshDatabase();
    [one, another] = await Promise.all([openMongoStore(url), openMongoStore(url)]);
    await one.createGeneration(aGeneration());
  });
  afterEach(async () => {
    await Promise.all([one.close(), another.close()]);
    await dropDatabase(url);
  });

  it('lets one of two processes win each checkpoint, whole', async () => {
    let readThrough: number | null = null;
    for (let number = 0; number < 15; number += 1) {
      const through = number * 100 + 99;
      const by = (writer: string): Checkpoint =>
        aCheckpoint({
          quarantine: [],
          segment: aSegment(number, number, { digest: writer }),
          cases: ['CASE-000001', 'CASE-000002'].map((subject) =>
            aCase(subject, { readThrough, through, facts: Buffer.from(writer) }),
          ),
          position: through + 1,
        });
      const outcomes = await Promise.allSettled([one.commit(by('one')), another.commit(by('another'))]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(outcomes).toContainEqual(
        expect.objectContaining({ reason: expect.objectContaining({ code: 'stale-writer' }) }),
      );
      const winner = outcomes[0].status === 'fulfilled' ? 'one' : 'another';
      expect(await one.lastSegment('g1', 0)).toMatchObject({ last: number, digest: winner });
      const cases = await one.readCases('g1', 0, ['CASE-000001', 'CASE-000002']);
      expect(cases.map(({ facts }) => Buffer.from(facts).toString())).toEqual([winner, winner]);
      readThrough = through;
    }
  });

  it('refuses to write for a generation or partition that is not there', async () => {
    const unknown: unknown = expect.objectContaining({ code: 'unknown-generation' });
    await expect(one.commit(aCheckpoint({ generation: 'g9' }))).rejects.toEqual(unknown);
    await expect(one.commit(aCheckpoint({ partition: 6 }))).rejects.toEqual(unknown);
    expect(await one.quarantine(10)).toEqual([]);
    await another.deleteGeneration('g1');
    await expect(one.commit(aCheckpoint())).rejects.toEqual(unknown);
    expect(await one.lastSegment('g1', 0)).toBeNull();
  });

  it('holds segments of more rows than a document can', async () => {
    const rows = new Uint8Array(randomBytes(20 << 20));
    await one.insertSegment(aSegment(0, 0, { rows }));
    await one.insertSegment(aSegment(1));
    const [large, small] = await another.segmentsFrom('g1', 0, 0);
    expect(Buffer.compare(large?.rows ?? new Uint8Array(), rows)).toBe(0);
    expect(small?.rows).toEqual(aSegment(1).rows);
  });

  it('answers whole segments while they are merged', async () => {
    const count = 24;
    for (let number = 0; number < count; number += 1) {
      const rows = new Uint8Array(randomBytes(100_000));
      await one.insertSegment(aSegment(number, number, { rows }));
    }
    let merging = true;
    const merge = async (): Promise<void> => {
      for (const width of [2, 4, 8, 24]) {
        for (let first = 0; first < count; first += width) {
          const rows = new Uint8Array(randomBytes(100_000));
          await one.mergeSegments(aSegment(first, first + width - 1, { rows }));
          await pause(10);
        }
      }
      merging = false;
    };
    const read = async (): Promise<void> => {
      while (merging) {
        const segments = await another.segmentsFrom('g1', 0, 0);
        expect(segments.at(-1)?.last).toBe(count - 1);
        expect(segments.every(({ rows }) => rows.length === 100_000)).toBe(true);
      }
    };
    await Promise.all([merge(), read()]);
  });

  it('is not opened where an index that keeps writers apart cannot be had', async () => {
    const spoilt = freshDatabase();
    const connection = await connectToMongo(spoilt);
    const twice = { generation: 'g1', partition: 0, first: 0, last: 0 };
    await connection.collection('segments').insertMany([{ ...twice }, { ...twice }]);
    await connection.close();
    await expect(openMongoStore(spoilt)).rejects.toThrow();
    const reader = await openMongoStore(spoilt, { readOnly: true });
    expect(await reader.generations()).toEqual([]);
    await reader.close();
    await dropDatabase(spoilt);
  });
});
