import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  holdingsOf as holdingsWith,
  measureNamed,
  questionOf,
  rowsOf,
  type WrittenRow,
} from '../../../libs/measures/figures/holdings.testkit.js';
import { observe } from '../../../libs/measures/figures/observe.measure.js';
import { layoutOf } from '../../../libs/measures/layout.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { sumOfRows } from '../../../libs/measures/rows/difference-table.measure.js';
import { decodeRows, encodeRows } from '../../../libs/measures/rows/rows.codec.js';
import { aSegment } from '../../../libs/store/checkpoint.testkit.js';
import type { EngineStore, Segment } from '../../../libs/store/engine-store.port.js';
import { MemoryStore } from '../../../libs/store/memory.store.js';
import { FigureFollower } from './figure-follower.service.js';

const received = measureNamed('applications-received');
const question = questionOf(received, { from: '2026-01-01', to: '2026-01-31' });

let store: MemoryStore;
let follower: FigureFollower;

beforeEach(() => {
  store = new MemoryStore();
  follower = new FigureFollower(store);
});

async function begin(id: string): Promise<void> {
  await store.createGeneration({ id, fingerprint: id, partitionCount: 1, layout: JSON.stringify(layoutOf(measures)) });
}

/** A checkpoint in which so many applications were received. */
function segmentOf(number: number, count: number, generation = 'g1'): Segment {
  const row: WrittenRow = { on: '2026-01-05', x: 0, count };
  return aSegment(number, number, { generation, rows: encodeRows(rowsOf(received, [row])) });
}

async function commit(segment: Segment): Promise<void> {
  const { generation, partition, through } = segment;
  await store.commit({ generation, partition, quarantine: [], segment, cases: [], position: through + 1 });
}

function countHeld(): number | null {
  const holdings = holdingsWith(received, []);
  const tables = follower.figures?.partitions.map(({ table }) => table) ?? [];
  return observe(question, { ...holdings, tables }, () => null)[0]?.value ?? null;
}

describe('the follower', () => {
  it('holds nothing before there is a generation', async () => {
    expect(await follower.refresh()).toBe(false);
    expect(follower.figures).toBeNull();
  });

  it('takes in each checkpoint once', async () => {
    await begin('g1');
    await store.pointTo('g1', null);
    expect(await follower.refresh()).toBe(true);
    expect(await follower.refresh()).toBe(false);
    await commit(segmentOf(0, 3));
    await commit(segmentOf(1, 4));
    expect(await follower.refresh()).toBe(true);
    const { figures } = follower;
    expect(await follower.refresh()).toBe(false);
    expect(follower.figures).toBe(figures);
    expect(countHeld()).toBe(7);
    expect(follower.figures?.partitions[0]).toMatchObject({
      last: { last: 1, through: 199 },
      feeds: { 'application.received': { count: 180 } },
    });
  });

  it('begins a partition again where segments were merged across what it holds', async () => {
    await begin('g1');
    await store.pointTo('g1', null);
    const segments = [segmentOf(0, 1), segmentOf(1, 2), segmentOf(2, 4), segmentOf(3, 8)];
    for (const segment of segments.slice(0, 2)) await commit(segment);
    await follower.refresh();
    for (const segment of segments.slice(2)) await commit(segment);
    const rows = encodeRows(sumOfRows(segments.slice(1, 3).map((segment) => decodeRows(segment.rows))));
    await store.mergeSegments(aSegment(1, 2, { generation: 'g1', rows }));
    await follower.refresh();
    expect(countHeld()).toBe(15);
    expect(follower.figures?.partitions[0]?.last?.last).toBe(3);
  });

  it('moves to another generation only with all that it has', async () => {
    await begin('g1');
    await store.pointTo('g1', null);
    await commit(segmentOf(0, 3));
    await follower.refresh();
    await begin('g2');
    await commit(segmentOf(0, 50, 'g2'));
    await follower.refresh();
    expect([follower.figures?.generation, countHeld()]).toEqual(['g1', 3]);
    await store.pointTo('g2', 'g1');
    const before = follower.figures;
    expect(await follower.refresh()).toBe(true);
    expect([follower.figures?.generation, countHeld()]).toEqual(['g2', 50]);
    expect(before?.generation).toBe('g1');
  });

  it('stays where it is until another generation has come as far', async () => {
    // It used to show a second less than before, right after a rebuild under load.
    await begin('g1');
    await store.pointTo('g1', null);
    for (const number of [0, 1]) await commit(segmentOf(number, 3));
    await follower.refresh();
    await begin('g2');
    await commit(segmentOf(0, 3, 'g2'));
    await store.pointTo('g2', 'g1');
    expect(await follower.refresh()).toBe(false);
    expect([follower.figures?.generation, countHeld()]).toEqual(['g1', 6]);
    await commit(segmentOf(1, 3, 'g2'));
    expect(await follower.refresh()).toBe(true);
    expect([follower.figures?.generation, countHeld()]).toEqual(['g2', 6]);
  });

  it('follows a store that was brought back from a copy and counted again with other checkpoints', async () => {
    // It used to add what has the next number, though that began elsewhere, and to wait where the numbers were lower.
    follower = new FigureFollower(whateverStandsFor(() => store));
    await begin('g1');
    await store.pointTo('g1', null);
    for (const number of [0, 1, 2]) await commit(segmentOf(number, 100));
    await follower.refresh();

    store = new MemoryStore();
    await begin('g1');
    await store.pointTo('g1', null);
    await commit({ ...segmentOf(0, 250), through: 249 });
    expect(await follower.refresh()).toBe(false);
    expect(countHeld()).toBe(300);
    await commit({ ...segmentOf(1, 100), from: 250, through: 349 });
    expect(await follower.refresh()).toBe(true);
    expect(countHeld()).toBe(350);
  });

  it('counts nothing twice after a segment that it cannot read', async () => {
    // A failed refresh used to leave the segments before the unreadable one in the table, and the next added them again.
    await begin('g1');
    await store.pointTo('g1', null);
    const unreadable = { ...segmentOf(1, 4), rows: Uint8Array.of(1, 2, 3) };
    await commit(segmentOf(0, 3));
    await commit(unreadable);
    await expect(follower.refresh()).rejects.toThrow(RangeError);
    await expect(follower.refresh()).rejects.toThrow(RangeError);
    await store.mergeSegments({ ...segmentOf(0, 3), last: 1, through: 199 });
    await follower.refresh();
    expect(countHeld()).toBe(3);
  });
});

/** The store that there is at the moment of each call. */
function whateverStandsFor(current: () => MemoryStore): EngineStore {
  return new Proxy(current(), {
    get: (_, name) => {
      const member: unknown = Reflect.get(current(), name);
      return typeof member === 'function' ? (member.bind(current()) as unknown) : member;
    },
  });
}
