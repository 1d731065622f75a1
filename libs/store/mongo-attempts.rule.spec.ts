import { describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { mongo } from 'mongoose';
import { StoreUnavailable } from './engine-store.port.js';
import { isDuplicateKey, persistently, unavailableWhereOutOfReach } from './mongo-attempts.rule.js';

const noAnswer = new mongo.MongoNetworkError('connection closed');
/** What the driver makes of an error within a bulk write: it is no longer of its own class. */
const inBulk = (error: Error | { readonly message: string; readonly code: number; readonly writeErrors?: unknown }) =>
  new mongo.MongoBulkWriteError(error as never, { insertedCount: 0 } as never);
const answered = (code: number): mongo.MongoServerError => new mongo.MongoServerError({ message: 'no', code });

describe('what MongoDB is asked', () => {
  it('is asked again where no answer came, told that it may have been done', async () => {
    const asked: boolean[] = [];
    const answer = await persistently((again) => {
      asked.push(again);
      return again ? Promise.resolve('done') : Promise.reject(noAnswer);
    });
    expect([answer, asked]).toEqual(['done', [false, true]]);
  });

  it('is not asked again where the answer was no', async () => {
    let asked = 0;
    const refused = answered(13);
    const work = (): Promise<never> => {
      asked += 1;
      return Promise.reject(refused);
    };
    await expect(persistently(work)).rejects.toMatchObject({ code: 'store-refused' });
    expect(asked).toBe(1);
  });

  it('says why not without the document that it was asked about, for what ends a process is printed', async () => {
    const message = 'BSONObj size: 16793600 is invalid. First element: _id: "f1/0/CLAIM-000001"';
    const refused = new mongo.MongoServerError({ message, code: 10_334, codeName: 'BSONObjectTooLarge' });
    const error: unknown = await persistently(() => Promise.reject(refused)).catch((thrown: unknown) => thrown);
    expect(inspect(error)).toContain('MongoDB has refused a request: BSONObjectTooLarge, code 10334');
    expect(inspect(error)).not.toContain('CLAIM-000001');
  });

  it.each([
    ['no answer', noAnswer],
    ['no answer to a bulk write', inBulk(noAnswer)],
    ['a server that is no longer the primary', answered(10_107)],
    ['a majority that did not answer in time', inBulk({ message: 'waiting for replication timed out', code: 64 })],
  ])('is out of reach: %s', (_, error) => {
    expect(unavailableWhereOutOfReach(error)).toBeInstanceOf(StoreUnavailable);
  });

  it.each([
    ['a duplicate key', answered(11_000)],
    ['no right to write', answered(13)],
    ['a fault of our own', new TypeError('undefined is not a function')],
  ])('is within reach: %s', (_, error) => {
    expect(unavailableWhereOutOfReach(error)).toBe(error);
  });

  it('was there before only where nothing else was wrong', () => {
    const duplicate = { code: 11_000 };
    const failed = (...writeErrors: readonly unknown[]): Error => inBulk({ message: 'no', code: 11_000, writeErrors });
    expect(isDuplicateKey(answered(11_000))).toBe(true);
    expect(isDuplicateKey(failed(duplicate, duplicate))).toBe(true);
    expect(isDuplicateKey(failed(duplicate, { code: 10_334 }))).toBe(false);
    expect(isDuplicateKey(answered(13))).toBe(false);
  });
});
