import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dropDatabase, freshDatabase } from './mongo-database.testkit.js';
import { openMongoStore, type MongoStore } from './mongo.store.js';

/** What would be a question of its own if it came to be part of a filter: it must be taken as text, or refused. */
const OPERATORS: readonly unknown[] = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $where: 'true' },
  { $in: ['r'] },
  [{ $gt: '' }],
];

describe('a store that is asked with operators where names belong', () => {
  const url = freshDatabase();
  let store: MongoStore;

  beforeAll(async () => {
    store = await openMongoStore(url);
    await store.releases.insert({ id: 'r', madeAt: 1, document: '{}', files: [] });
  });
  afterAll(async () => {
    await store.close();
    await dropDatabase(url);
  });

  it.each(OPERATORS)('finds nothing by %j', async (operator) => {
    const found = await store.releases.document(operator as string).catch(() => null);
    expect(found).toBeNull();
    expect(await store.releases.document('r')).toBe('{}');
  });
});
