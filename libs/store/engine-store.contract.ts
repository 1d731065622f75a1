import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aCase, aCheckpoint, aGeneration, aQuarantineEntry, aSegment, headerOf } from './checkpoint.testkit.js';
import type { CaseReplacement, Checkpoint, EngineStore, Segment, SegmentHeader } from './engine-store.port.js';

/** One store to test, empty at first. */
export interface StoreUnderTest {
  readonly store: EngineStore;
  /** Whether a refused commit leaves nothing behind; else it leaves what the steps before the refused one wrote. */
  readonly atomic: boolean;
  /** Closes the store and opens what it had stored; left out where it does not outlive its process. */
  readonly reopen?: () => Promise<EngineStore>;
  readonly remove: () => Promise<void>;
}

/** Every sentence of the port EngineStore, as a test that each implementation runs. */
export function describeEngineStore(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let tested: StoreUnderTest;
    let store: EngineStore;

    beforeEach(async () => {
      tested = await make();
      store = tested.store;
      await store.createGeneration(aGeneration());
    });
    afterEach(() => tested.remove());

    const stale = (step: string): unknown => expect.objectContaining({ code: 'stale-writer', retriable: true, step });
    const commit = (members: Partial<Checkpoint> = {}): Promise<void> => store.commit(aCheckpoint(members));
    const onlySegment = (segment: Segment): Promise<void> =>
      commit({ quarantine: [], cases: [], segment, position: segment.through + 1, partition: segment.partition });
    const storedCase = async (subject: string, partition = 0): Promise<unknown> =>
      (await store.readCases('g1', partition, [subject]))[0];
    const ranges = (segments: readonly SegmentHeader[]): readonly string[] =>
      segments.map(({ first, last }) => `${first}-${last}`);
    const cover = async (number: number, upTo?: number): Promise<readonly string[]> =>
      ranges(await store.segmentsFrom('g1', 0, number, upTo));

    describe('generations', () => {
      it('are listed as they were created', async () => {
        const second = aGeneration({ id: 'g2', fingerprint: 'f2', partitionCount: 12, layout: '{"ü":"ⅳ"}' });
        await store.createGeneration(second);
        const listed = await store.generations();
        expect(listed).toHaveLength(2);
        expect(listed).toEqual(expect.arrayContaining([aGeneration(), second]));
      });

      it('stay as they are when created again', async () => {
        await commit();
        await store.createGeneration(aGeneration({ fingerprint: 'other' }));
        expect(await store.generations()).toEqual([aGeneration()]);
        expect(await store.position('g1', 0)).toBe(100);
      });

      it('have none in use before one is pointed to, then the last one pointed to', async () => {
        expect(await store.currentGeneration()).toBeNull();
        await store.createGeneration(aGeneration({ id: 'g2', fingerprint: 'f2' }));
        await store.pointTo('g1');
        expect(await store.currentGeneration()).toBe('g1');
        await store.pointTo('g2');
        await store.pointTo('g2');
        expect(await store.currentGeneration()).toBe('g2');
      });

      it('and partitions do not meet', async () => {
        await store.createGeneration(aGeneration({ id: 'g2', fingerprint: 'f2' }));
        await commit();
        const g2 = { generation: 'g2', partition: 0 };
        const p1 = { generation: 'g1', partition: 1 };
        for (const { generation, partition } of [g2, p1]) {
          expect(await store.position(generation, partition)).toBe(0);
          expect(await store.lastSegment(generation, partition)).toBeNull();
          expect(await store.segmentsFrom(generation, partition, 0)).toEqual([]);
          expect(await store.readCases(generation, partition, ['CASE-000001'])).toEqual([]);
        }
        await commit({ ...g2, segment: aSegment(0, 0, g2), position: 7 });
        await commit({ ...p1, segment: aSegment(0, 0, p1), position: 8 });
        expect(await store.position('g1', 0)).toBe(100);
        expect(await store.lastSegment('g2', 0)).toMatchObject(g2);
        expect(await store.lastSegment('g1', 1)).toMatchObject(p1);
      });
    });

    describe('before the first checkpoint', () => {
      it('the position is 0 and there is nothing else', async () => {
        expect(await store.position('g1', 0)).toBe(0);
        expect(await store.lastSegment('g1', 0)).toBeNull();
        expect(await store.segmentsFrom('g1', 0, 0)).toEqual([]);
        expect(await store.segmentHeadersFrom('g1', 0, 0)).toEqual([]);
        expect(await store.readCases('g1', 0, ['CASE-000001'])).toEqual([]);
        expect(await store.quarantine(10)).toEqual([]);
      });
    });

    describe('a checkpoint', () => {
      it('is there whole once it has been saved', async () => {
        await commit();
        const { rows } = aSegment(0);
        const header = headerOf(aSegment(0));
        expect(await store.quarantine(10)).toEqual([aQuarantineEntry(5)]);
        expect(await store.lastSegment('g1', 0)).toEqual(header);
        expect(await store.segmentHeadersFrom('g1', 0, 0)).toEqual([header]);
        const [segment] = await store.segmentsFrom('g1', 0, 0);
        expect({ ...segment, rows: [...(segment?.rows ?? [])] }).toEqual({ ...header, rows: [...rows] });
        expect(await storedCase('CASE-000001')).toEqual({
          subject: 'CASE-000001',
          through: 99,
          facts: aCase('').facts,
        });
        expect(await store.position('g1', 0)).toBe(100);
      });

      it('may have no segment, no cases, nothing but a position', async () => {
        await commit({ quarantine: [], segment: null, cases: [], position: 40 });
        expect(await store.position('g1', 0)).toBe(40);
        expect(await store.lastSegment('g1', 0)).toBeNull();
      });

      it('keeps feeds under any name, empty rows and facts, and figures up to the largest safe integer', async () => {
        const last = Number.MAX_SAFE_INTEGER - 1;
        const segment = aSegment(0, 0, {
          feeds: { '': { first: 0, last, count: last }, 'ü "\\': { first: 1, last: 2, count: 3 } },
          throughAppendedAt: last,
          rows: new Uint8Array(0),
          rowCount: 0,
        });
        await commit({
          segment,
          cases: [aCase('CASE-000001', { facts: new Uint8Array(0), through: last })],
          position: last + 1,
        });
        const [stored] = await store.segmentsFrom('g1', 0, 0);
        expect({ ...stored, rows: stored?.rows.length }).toEqual({ ...segment, rows: 0 });
        expect(await storedCase('CASE-000001')).toMatchObject({ through: last, facts: new Uint8Array(0) });
        expect(await store.position('g1', 0)).toBe(last + 1);
      });

      it('is not touched by what becomes of the values given and answered', async () => {
        const facts = Buffer.from('facts');
        const rows = Buffer.from('rows');
        const seen = { first: 1, last: 2, count: 3 };
        await commit({ segment: aSegment(0, 0, { rows, feeds: { seen } }), cases: [aCase('CASE-000001', { facts })] });
        for (let round = 0; round < 2; round += 1) {
          facts.fill(0);
          rows.fill(0);
          seen.count = 0;
          const [segment] = await store.segmentsFrom('g1', 0, 0);
          const [stored] = await store.readCases('g1', 0, ['CASE-000001']);
          expect(Buffer.from(segment?.rows ?? []).toString()).toBe('rows');
          expect(Buffer.from(stored?.facts ?? []).toString()).toBe('facts');
          expect(segment?.feeds).toEqual({ seen: { first: 1, last: 2, count: 3 } });
          segment?.rows.fill(0);
          stored?.facts.fill(0);
        }
      });

      it('survives the store’s end', async () => {
        await commit();
        await store.pointTo('g1');
        if (tested.reopen === undefined) return;
        store = await tested.reopen();
        const header = headerOf(aSegment(0));
        expect(await store.generations()).toEqual([aGeneration()]);
        expect(await store.currentGeneration()).toBe('g1');
        expect(await store.position('g1', 0)).toBe(100);
        expect(await store.lastSegment('g1', 0)).toEqual(header);
        expect(await storedCase('CASE-000001')).toMatchObject({ through: 99 });
        expect(await store.quarantine(10)).toEqual([aQuarantineEntry(5)]);
        await expect(commit()).rejects.toEqual(stale('segment'));
      });
    });

    describe('a stale writer’s checkpoint', () => {
      const second: Partial<Checkpoint> = {
        quarantine: [aQuarantineEntry(150)],
        segment: aSegment(1),
        cases: [aCase('CASE-000001', { readThrough: 99, through: 180 }), aCase('CASE-000002', { through: 190 })],
        position: 200,
      };
      const isStored = {
        quarantine: async () => (await store.quarantine(10)).some(({ offset }) => offset === 150),
        segment: async () => (await cover(1)).length > 0,
        cases: async () => (await store.readCases('g1', 0, ['CASE-000002'])).length > 0,
        position: async () => (await store.position('g1', 0)) === 200,
      };
      const stepsStored = async (): Promise<readonly string[]> => {
        const stored: string[] = [];
        for (const [step, is] of Object.entries(isStored)) if (await is()) stored.push(step);
        return stored;
      };
      const leaves = (steps: readonly string[]): readonly string[] => (tested.atomic ? [] : steps);

      beforeEach(() => commit());

      it('is refused where its segment is there already, and goes no further', async () => {
        await expect(commit({ ...second, segment: aSegment(0) })).rejects.toEqual(stale('segment'));
        expect(await stepsStored()).toEqual(leaves(['quarantine']));
      });

      it.each<readonly [string, CaseReplacement]>([
        ['has changed since', aCase('CASE-000001', { readThrough: 98, through: 180 })],
        ['was there after all', aCase('CASE-000001', { readThrough: null, through: 180 })],
        ['is not there', aCase('CASE-000009', { readThrough: 99, through: 180 })],
      ])('is refused where one of its cases %s, and goes no further', async (_, replacement) => {
        await expect(commit({ ...second, cases: [replacement, aCase('CASE-000002')] })).rejects.toEqual(stale('case'));
        expect(await storedCase('CASE-000001')).toMatchObject({ through: 99 });
        expect(await storedCase('CASE-000009')).toBeUndefined();
        expect(await stepsStored()).toEqual(leaves(['quarantine', 'segment']));
      });

      it('is refused where the position is beyond its own', async () => {
        await expect(commit({ ...second, position: 99 })).rejects.toEqual(stale('position'));
        expect(await store.position('g1', 0)).toBe(100);
        expect(await stepsStored()).toEqual(leaves(['quarantine', 'segment', 'cases']));
      });

      it('loses against the first of two that are saved at once', async () => {
        const outcomes = await Promise.allSettled([commit(second), commit(second)]);
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
        expect(await stepsStored()).toEqual(Object.keys(isStored));
      });
    });

    describe('a position', () => {
      it('may be set to what it is, and grows', async () => {
        const position = (to: number): Partial<Checkpoint> => ({
          quarantine: [],
          segment: null,
          cases: [],
          position: to,
        });
        await commit(position(0));
        await commit(position(100));
        await commit(position(100));
        await commit(position(101));
        await expect(commit(position(100))).rejects.toEqual(stale('position'));
        expect(await store.position('g1', 0)).toBe(101);
      });
    });

    describe('cases', () => {
      const saveCases = (...cases: readonly CaseReplacement[]): Promise<void> =>
        commit({ quarantine: [], segment: null, cases, position: 0 });

      it('are replaced when they are still as they were read', async () => {
        await saveCases(aCase('CASE-000001', { through: 10 }), aCase('CASE-000002', { through: 11 }));
        await saveCases(aCase('CASE-000001', { readThrough: 10, through: 20, facts: Uint8Array.of(9) }));
        await saveCases(aCase('CASE-000001', { readThrough: 20, through: 21, facts: Uint8Array.of(7, 8) }));
        expect(await storedCase('CASE-000001')).toEqual({
          subject: 'CASE-000001',
          through: 21,
          facts: Uint8Array.of(7, 8),
        });
        expect(await storedCase('CASE-000002')).toMatchObject({ through: 11 });
      });

      it('may have been read through offset 0', async () => {
        await saveCases(aCase('CASE-000001', { through: 0 }));
        await saveCases(aCase('CASE-000001', { readThrough: 0, through: 1 }));
        expect(await storedCase('CASE-000001')).toMatchObject({ through: 1 });
      });

      it('are answered by subject, those that are stored, each as a whole', async () => {
        const subjects = Array.from({ length: 300 }, (_, n) => `CASE-${String(n).padStart(6, '0')}`);
        const facts = (n: number): Uint8Array => new Uint8Array((n * 37) % 5_000).fill(n % 256);
        await saveCases(...subjects.map((subject, n) => aCase(subject, { through: n, facts: facts(n) })));
        const asked = [...subjects.filter((_, n) => n % 3 === 0), 'CASE-999999', 'case-000001'];
        const found = await store.readCases('g1', 0, asked);
        expect(found.map(({ subject }) => subject).sort()).toEqual(asked.slice(0, 100));
        for (const stored of found) {
          const n = Number(stored.subject.slice(5));
          expect(stored.through).toBe(n);
          expect(Buffer.compare(stored.facts, facts(n))).toBe(0);
        }
        expect(await store.readCases('g1', 0, [])).toEqual([]);
      });
    });

    describe('quarantine', () => {
      const saveEntries = (entries: Checkpoint['quarantine'], partition = 0): Promise<void> =>
        commit({ partition, quarantine: entries, segment: null, cases: [], position: 0 });

      it('keeps the first of two entries for one record', async () => {
        await saveEntries([aQuarantineEntry(5)]);
        await saveEntries([aQuarantineEntry(5, { code: 'conflict' }), aQuarantineEntry(6)]);
        expect(await store.quarantine(10)).toEqual([aQuarantineEntry(5), aQuarantineEntry(6)]);
      });

      it('keeps keys and values of any kind', async () => {
        const entries = [
          aQuarantineEntry(0, { key: null, value: null }),
          aQuarantineEntry(1, { key: '', value: '' }),
          aQuarantineEntry(2, { key: 'ü\u0000ⅳ', value: '\u0000[1,\u{1F600}' }),
          aQuarantineEntry(3, { value: 'x'.repeat(200_000), path: '', detail: '' }),
        ];
        await saveEntries(entries);
        expect(await store.quarantine(10)).toEqual(entries);
      });

      it('is listed by partition and offset, page by page', async () => {
        const entry = (partition: number, offset: number) => aQuarantineEntry(offset, { partition });
        await saveEntries([entry(1, 10), entry(1, 9), entry(1, 2)], 1);
        await saveEntries([entry(0, 11), entry(0, 3)], 0);
        await saveEntries([entry(2, 0)], 2);
        const inOrder = [entry(0, 3), entry(0, 11), entry(1, 2), entry(1, 9), entry(1, 10), entry(2, 0)];
        expect(await store.quarantine(100)).toEqual(inOrder);
        expect(await store.quarantine(2)).toEqual(inOrder.slice(0, 2));
        expect(await store.quarantine(2, { partition: 0, offset: 11 })).toEqual(inOrder.slice(2, 4));
        expect(await store.quarantine(9, { partition: 1, offset: 5 })).toEqual(inOrder.slice(3));
        expect(await store.quarantine(9, { partition: 2, offset: 0 })).toEqual([]);
      });
    });

    describe('segments', () => {
      const saveSegments = async (to: number): Promise<void> => {
        for (let number = 0; number <= to; number += 1) await onlySegment(aSegment(number));
      };

      it('are answered in order from a number on', async () => {
        await saveSegments(11);
        expect(await cover(0)).toEqual(Array.from({ length: 12 }, (_, n) => `${n}-${n}`));
        expect(await cover(9)).toEqual(['9-9', '10-10', '11-11']);
        expect(await cover(12)).toEqual([]);
        expect(await store.lastSegment('g1', 0)).toMatchObject({ first: 11, last: 11 });
      });

      it('are answered up to a number, none that reaches beyond it', async () => {
        await saveSegments(5);
        await store.mergeSegments(aSegment(2, 3));
        expect(await cover(0, 3)).toEqual(['0-0', '1-1', '2-3']);
        expect(await cover(0, 2)).toEqual(['0-0', '1-1']);
      });

      it('end before a gap', async () => {
        await onlySegment(aSegment(0));
        await onlySegment(aSegment(2));
        expect(await cover(0)).toEqual(['0-0']);
        expect(await cover(2)).toEqual(['2-2']);
        expect(ranges(await store.segmentHeadersFrom('g1', 0, 0))).toEqual(['0-0']);
      });

      it('are merged into one that takes the place of exactly those it covers', async () => {
        await saveSegments(5);
        await store.mergeSegments(aSegment(1, 3));
        expect(await cover(0)).toEqual(['0-0', '1-3', '4-4', '5-5']);
        await store.mergeSegments(aSegment(0, 3));
        await store.mergeSegments(aSegment(4, 5));
        expect(await cover(0)).toEqual(['0-3', '4-5']);
        const [, merged] = await store.segmentsFrom('g1', 0, 0);
        expect({ ...merged, rows: [...(merged?.rows ?? [])] }).toEqual({ ...aSegment(4, 5), rows: [4, 5, 0, 255] });
      });

      it('that were merged away are gone: their keys are free, the merged one’s is not', async () => {
        await saveSegments(3);
        await store.mergeSegments(aSegment(0, 1));
        await expect(onlySegment(aSegment(3))).rejects.toEqual(stale('segment'));
        await expect(onlySegment(aSegment(0, 1, { through: 500 }))).rejects.toEqual(stale('segment'));
        await onlySegment(aSegment(1, 1, { through: 500 }));
      });

      it('are not answered from within a merged one', async () => {
        await saveSegments(4);
        await store.mergeSegments(aSegment(0, 3));
        expect(await cover(2)).toEqual([]);
        expect(await cover(4)).toEqual(['4-4']);
      });

      it('that a stale writer inserts after they were merged are never answered', async () => {
        await saveSegments(4);
        await store.mergeSegments(aSegment(0, 3));
        for (const number of [0, 2, 3]) await onlySegment(aSegment(number, number, { through: 1_000 }));
        for (const from of [0, 1, 2, 3]) expect(await cover(from)).toEqual(from === 0 ? ['0-3', '4-4'] : []);
        expect(await cover(2, 2)).toEqual([]);
        expect(ranges(await store.segmentHeadersFrom('g1', 0, 2))).toEqual([]);
      });

      it('of which the last lies inside a merged one: the merged one counts as the last', async () => {
        await saveSegments(3);
        await store.mergeSegments(aSegment(0, 3));
        await onlySegment(aSegment(3, 3, { through: 1_000 }));
        expect(await store.lastSegment('g1', 0)).toMatchObject({ first: 0, last: 3 });
      });

      it('may be merged again after a merge that was cut short or repeated', async () => {
        await saveSegments(3);
        await store.mergeSegments(aSegment(0, 1));
        await onlySegment(aSegment(1, 1, { through: 1_000 }));
        await store.mergeSegments(aSegment(0, 1));
        expect(await cover(0)).toEqual(['0-1', '2-2', '3-3']);
        await onlySegment(aSegment(1, 1, { through: 1_001 }));
      });

      it('are not merged where others stand by now, so that no gap and no overlap can come', async () => {
        await saveSegments(7);
        await store.mergeSegments(aSegment(0, 3));
        for (const [first, last] of [
          [2, 5],
          [0, 1],
          [6, 9],
          [8, 9],
          [3, 4],
        ] as const) {
          await expect(store.mergeSegments(aSegment(first, last))).rejects.toEqual(stale('segment'));
        }
        expect(await cover(0)).toEqual(['0-3', '4-4', '5-5', '6-6', '7-7']);
      });
    });
  });
}
