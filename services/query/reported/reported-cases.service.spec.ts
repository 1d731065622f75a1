import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { dayOf } from '../../../libs/calendars/local-date.calendar.js';
import { encodeFacts, type RecordedFact } from '../../../libs/events/case.codec.js';
import { layoutOf } from '../../../libs/measures/layout.measure.js';
import { measures } from '../../../libs/measures/measure-list.measure.js';
import { encodeRows } from '../../../libs/measures/rows/rows.codec.js';
import { rowsOfLength } from '../../../libs/measures/rows/rows.measure.js';
import { aSegment } from '../../../libs/store/checkpoint.testkit.js';
import { StoreUnavailable } from '../../../libs/store/engine-store.port.js';
import { MemoryStore } from '../../../libs/store/memory.store.js';
import { FigureFollower } from '../following/figure-follower.service.js';
import { ReportedCases } from './reported-cases.service.js';
import { figureReported, YEAR } from './reported.testkit.js';

const about = { measure: 'S3-M58', year: YEAR } as const;
const subject = 'S3-M58.2025-26';
const K = dayOf(2026, 6, 30);

let store: MemoryStore;
let follower: FigureFollower;
let reported: ReportedCases;

beforeEach(async () => {
  store = new MemoryStore();
  follower = new FigureFollower(store);
  reported = new ReportedCases(store, follower);
  await begin('g1');
  await store.pointTo('g1', null);
});

async function begin(id: string): Promise<void> {
  await store.createGeneration({ id, fingerprint: id, partitionCount: 1, layout: JSON.stringify(layoutOf(measures)) });
}

/** Saves a checkpoint of one record, with what the case holds from then on. */
async function save(number: number, facts: readonly RecordedFact[], generation = 'g1'): Promise<void> {
  const segment = aSegment(number, number, { generation, rows: noRows, through: number, from: number });
  const [before] = await store.readCases(generation, 0, [subject]);
  const written = { subject, through: number, facts: encodeFacts(facts), readThrough: before?.through ?? null };
  const cases = facts.length === 0 ? [] : [written];
  await store.commit({ generation, partition: 0, quarantine: [], segment, cases, position: number + 1 });
}

const noRows = encodeRows(rowsOfLength(0));

async function value(): Promise<number | undefined> {
  const { standingOf } = await reported.read([about]);
  return standingOf(about, K).figure?.value;
}

const first = { ...figureReported('S3-M58', 1), offset: 0 };
const second = { ...figureReported('S3-M58', 2, { id: 'f2', time: '2026-05-05T10:00:00Z' }), offset: 1 };

describe('what was reported', () => {
  it('is nothing before anything has been counted', async () => {
    expect(await value()).toBeUndefined();
    expect((await reported.read([about])).isWhole).toBe(true);
  });

  it('is as new as the figures held, and no newer', async () => {
    await save(0, [first]);
    await follower.refresh();
    expect(await value()).toBe(1);
    await save(1, [first, second]);
    expect(await value()).toBe(1);
    await follower.refresh();
    expect(await value()).toBe(2);
  });

  it('is read once, until the figures of its partition move', async () => {
    await save(0, [first]);
    await follower.refresh();
    const read = jest.spyOn(store, 'readCases');
    for (let times = 0; times < 3; times += 1) await value();
    expect(read).toHaveBeenCalledTimes(1);
    await save(1, []);
    await follower.refresh();
    read.mockClear();
    await value();
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is waited for where a segment is there before the cases that it changed', async () => {
    await save(0, [first]);
    await follower.refresh();
    const segment = aSegment(1, 1, { generation: 'g1', rows: noRows, through: 1, from: 1 });
    await store.insertSegment(segment);
    await follower.refresh();
    const asked = value();
    const changed = { subject, through: 1, facts: encodeFacts([first, second]), readThrough: 0 };
    await store.replaceCases('g1', 0, [changed]);
    await store.advancePosition('g1', 0, 2);
    expect(await asked).toBe(2);
  });

  it('is what is there, and says that it may not be whole, where the cases do not come', async () => {
    await save(0, [first]);
    await follower.refresh();
    await store.insertSegment(aSegment(1, 1, { generation: 'g1', rows: noRows, through: 1, from: 1 }));
    await follower.refresh();
    const { isWhole, standingOf } = await reported.read([about]);
    expect([isWhole, standingOf(about, K).figure?.value]).toEqual([false, 1]);
  });

  it('stands as it was read before while the store cannot be reached', async () => {
    await save(0, [first]);
    await follower.refresh();
    await value();
    await save(1, [first, second]);
    await follower.refresh();
    jest.spyOn(store, 'position').mockRejectedValue(new StoreUnavailable('away'));
    const { isWhole, standingOf } = await reported.read([about]);
    expect([isWhole, standingOf(about, K).figure?.value]).toEqual([false, 1]);
  });

  it('goes over to another generation with the figures', async () => {
    await save(0, [first]);
    await follower.refresh();
    await value();
    await begin('g2');
    await save(0, [{ ...first, data: { ...first.data, value: 5 } } as RecordedFact], 'g2');
    await store.pointTo('g2', 'g1');
    await follower.refresh();
    await store.deleteGeneration('g1');
    expect(await value()).toBe(5);
  });

  it('is kept while its generation is deleted under the reader', async () => {
    await save(0, [first]);
    await follower.refresh();
    await value();
    await save(1, []);
    await follower.refresh();
    await begin('g2');
    await store.pointTo('g2', 'g1');
    await store.deleteGeneration('g1');
    const { isWhole, standingOf } = await reported.read([about]);
    expect([isWhole, standingOf(about, K).figure?.value]).toEqual([false, 1]);
  });
});
