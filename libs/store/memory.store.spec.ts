import { describe, expect, it } from '@jest/globals';
import { aCase, aCheckpoint, aSegment } from './checkpoint.testkit.js';
import { describeCheckpointSteps } from './checkpoint-steps.contract.js';
import { describeEngineStore } from './engine-store.contract.js';
import type { Checkpoint, SegmentHeader } from './engine-store.port.js';
import { MemoryStore } from './memory.store.js';

const nothingToRemove = (): Promise<void> => Promise.resolve();

describeEngineStore('The store in memory', () =>
  Promise.resolve({ store: new MemoryStore(), atomic: false, remove: nothingToRemove }),
);
describeCheckpointSteps('The store in memory', () =>
  Promise.resolve({ store: new MemoryStore(), remove: nothingToRemove }),
);

describe('The store in memory cut short', () => {
  it('between two steps of a checkpoint keeps the steps before', async () => {
    class CutShort extends MemoryStore {
      override replaceCases(): Promise<void> {
        return Promise.reject(new Error('killed'));
      }
    }
    const store = new CutShort();
    await expect(store.commit(aCheckpoint())).rejects.toThrow('killed');
    expect(await store.lastSegment('g1', 0)).toMatchObject({ last: 0 });
    expect(await store.position('g1', 0)).toBe(0);
  });

  it('between the two steps of a merge answers the merged segment, and the merge can be repeated', async () => {
    class CutOnce extends MemoryStore {
      #cut = true;
      override deleteMergedAway(merged: SegmentHeader): Promise<void> {
        if (!this.#cut) return super.deleteMergedAway(merged);
        this.#cut = false;
        return Promise.reject(new Error('killed'));
      }
    }
    const store = new CutOnce();
    const save = (members: Partial<Checkpoint>): Promise<void> => store.commit(aCheckpoint({ cases: [], ...members }));
    await save({ segment: aSegment(0) });
    await save({ segment: aSegment(1), cases: [aCase('CASE-000001')] });
    await expect(store.mergeSegments(aSegment(0, 1))).rejects.toThrow('killed');
    expect(await store.segmentHeadersFrom('g1', 0, 0)).toMatchObject([{ first: 0, last: 1 }]);
    await store.mergeSegments(aSegment(0, 1));
    await store.insertSegment(aSegment(1));
  });
});
