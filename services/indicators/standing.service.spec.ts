import { describe, expect, it } from '@jest/globals';
import { aCheckpoint, aSegment } from '../../libs/store/checkpoint.testkit.js';
import { MemoryStore } from '../../libs/store/memory.store.js';
import { readStanding } from './standing.service.js';

/** A store of two checkpoints, 100 records each. */
async function storeOfTwo(): Promise<MemoryStore> {
  const store = new MemoryStore();
  for (const number of [0, 1]) {
    await store.commit(aCheckpoint({ segment: aSegment(number), cases: [], position: number * 100 + 100 }));
  }
  return store;
}

describe('where the store left a partition', () => {
  it('is its beginning before the first checkpoint', async () => {
    expect(await readStanding(new MemoryStore(), 'g1', 0)).toEqual({ position: 0, segments: [] });
  });

  it('is told by its position and its segments', async () => {
    const { position, segments } = await readStanding(await storeOfTwo(), 'g1', 0);
    expect([position, segments.map(({ last }) => last)]).toEqual([200, [0, 1]]);
  });

  it('is found although others merge while it is read', async () => {
    const store = await storeOfTwo();
    const whole = await store.segmentHeadersFrom('g1', 0, 0);
    let readings = 0;
    store.segmentHeadersFrom = () => Promise.resolve(whole.slice(0, (readings += 1)));
    expect((await readStanding(store, 'g1', 0)).segments).toEqual(whole);
  });

  it.each<[string, (store: MemoryStore) => Promise<void>]>([
    ['cases are ahead of the figures', (store) => store.advancePosition('g1', 0, 201)],
    ['the figures have a gap', (store) => store.insertSegment(aSegment(3))],
  ])('is refused where %s', async (_, damage) => {
    const store = await storeOfTwo();
    await damage(store);
    await expect(readStanding(store, 'g1', 0)).rejects.toMatchObject({ code: 'store-mismatch' });
  });
});
