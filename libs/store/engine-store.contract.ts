import { describe, expect, it } from '@jest/globals';
import { aCase, aCheckpoint, aGeneration, aQuarantineEntry, aSegment, headerOf } from './checkpoint.testkit.js';
import type { CaseReplacement, Checkpoint } from './engine-store.port.js';
import { describeGenerations } from './generations.contract.js';
import { describeStaleWriter } from './stale-writer.contract.js';
import { freshStore, stale, type StoreUnderTest } from './store-under-test.testkit.js';
import { describeStoredSegments } from './stored-segments.contract.js';

/** Every sentence of the port EngineStore, as a test that each implementation runs. */
export function describeEngineStore(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    const under = freshStore(make);
    const commit = (members: Partial<Checkpoint> = {}): Promise<void> => under.store.commit(aCheckpoint(members));
    const storedCase = async (subject: string): Promise<unknown> =>
      (await under.store.readCases('g1', 0, [subject]))[0];

    describe('before the first checkpoint', () => {
      it('the position is 0 and there is nothing else', async () => {
        expect(await under.store.position('g1', 0)).toBe(0);
        expect(await under.store.lastSegment('g1', 0)).toBeNull();
        expect(await under.store.segmentsFrom('g1', 0, 0)).toEqual([]);
        expect(await under.store.segmentHeadersFrom('g1', 0, 0)).toEqual([]);
        expect(await under.store.readCases('g1', 0, ['CASE-000001'])).toEqual([]);
        expect(await under.store.quarantine(10)).toEqual([]);
      });
    });

    describe('a checkpoint', () => {
      it('is there whole once it has been saved', async () => {
        await commit();
        const { rows } = aSegment(0);
        const header = headerOf(aSegment(0));
        expect(await under.store.quarantine(10)).toEqual([aQuarantineEntry(5)]);
        expect(await under.store.lastSegment('g1', 0)).toEqual(header);
        expect(await under.store.segmentHeadersFrom('g1', 0, 0)).toEqual([header]);
        const [segment] = await under.store.segmentsFrom('g1', 0, 0);
        expect({ ...segment, rows: [...(segment?.rows ?? [])] }).toEqual({ ...header, rows: [...rows] });
        expect(await storedCase('CASE-000001')).toEqual({
          subject: 'CASE-000001',
          through: 99,
          facts: aCase('').facts,
        });
        expect(await under.store.position('g1', 0)).toBe(100);
      });

      it('may have no segment, no cases, nothing but a position', async () => {
        await commit({ quarantine: [], segment: null, cases: [], position: 40 });
        expect(await under.store.position('g1', 0)).toBe(40);
        expect(await under.store.lastSegment('g1', 0)).toBeNull();
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
        const [stored] = await under.store.segmentsFrom('g1', 0, 0);
        expect({ ...stored, rows: stored?.rows.length }).toEqual({ ...segment, rows: 0 });
        expect(await storedCase('CASE-000001')).toMatchObject({ through: last, facts: new Uint8Array(0) });
        expect(await under.store.position('g1', 0)).toBe(last + 1);
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
          const [segment] = await under.store.segmentsFrom('g1', 0, 0);
          const [stored] = await under.store.readCases('g1', 0, ['CASE-000001']);
          expect(Buffer.from(segment?.rows ?? []).toString()).toBe('rows');
          expect(Buffer.from(stored?.facts ?? []).toString()).toBe('facts');
          expect(segment?.feeds).toEqual({ seen: { first: 1, last: 2, count: 3 } });
          segment?.rows.fill(0);
          stored?.facts.fill(0);
        }
      });

      it('survives the store’s end', async () => {
        await commit();
        await under.store.pointTo('g1', null);
        if (under.tested.reopen === undefined) return;
        const again = await under.tested.reopen();
        const header = headerOf(aSegment(0));
        expect(await again.generations()).toEqual([aGeneration()]);
        expect(await again.currentGeneration()).toBe('g1');
        expect(await again.position('g1', 0)).toBe(100);
        expect(await again.lastSegment('g1', 0)).toEqual(header);
        expect(await again.readCases('g1', 0, ['CASE-000001'])).toMatchObject([{ through: 99 }]);
        expect(await again.quarantine(10)).toEqual([aQuarantineEntry(5)]);
        await expect(again.commit(aCheckpoint())).rejects.toEqual(stale('segment'));
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
        expect(await under.store.position('g1', 0)).toBe(101);
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
        const found = await under.store.readCases('g1', 0, asked);
        expect(found.map(({ subject }) => subject).sort()).toEqual(asked.slice(0, 100));
        for (const stored of found) {
          const n = Number(stored.subject.slice(5));
          expect(stored.through).toBe(n);
          expect(Buffer.compare(stored.facts, facts(n))).toBe(0);
        }
        expect(await under.store.readCases('g1', 0, [])).toEqual([]);
      });

      it('are gone through page by page, each once, those of one partition only', async () => {
        const subjects = Array.from({ length: 25 }, (_, n) => `CASE-${String(n).padStart(6, '0')}`);
        await saveCases(...subjects.map((subject, n) => aCase(subject, { through: n })));
        await commit({ partition: 1, quarantine: [], segment: null, cases: [aCase('OTHER-000001')], position: 0 });
        const met: (readonly [subject: string, through: number])[] = [];
        const sizes: number[] = [];
        for (let after: string | undefined; sizes.at(-1) !== 0; after = met.at(-1)?.[0]) {
          const page = await under.store.casesAfter('g1', 0, 10, after);
          sizes.push(page.length);
          met.push(...page.map(({ subject, through }) => [subject, through] as const));
        }
        expect(sizes).toEqual([10, 10, 5, 0]);
        expect(met.sort()).toEqual(subjects.map((subject, n) => [subject, n]));
        const [one] = await under.store.casesAfter('g1', 1, 1);
        expect(one).toEqual({ subject: 'OTHER-000001', through: 99, facts: aCase('').facts });
        expect(await under.store.casesAfter('nothing', 0, 10)).toEqual([]);
      });
    });

    describe('quarantine', () => {
      const saveEntries = (entries: Checkpoint['quarantine'], partition = 0): Promise<void> =>
        commit({ partition, quarantine: entries, segment: null, cases: [], position: 0 });

      it('keeps the first of two entries for one record', async () => {
        await saveEntries([aQuarantineEntry(5)]);
        await saveEntries([aQuarantineEntry(5, { code: 'conflict' }), aQuarantineEntry(6)]);
        expect(await under.store.quarantine(10)).toEqual([aQuarantineEntry(5), aQuarantineEntry(6)]);
      });

      it('keeps keys and values of any kind', async () => {
        const entries = [
          aQuarantineEntry(0, { key: null, value: null }),
          aQuarantineEntry(1, { key: '', value: '' }),
          aQuarantineEntry(2, { key: 'ü\u0000ⅳ', value: '\u0000[1,\u{1F600}' }),
          aQuarantineEntry(3, { value: 'x'.repeat(200_000), path: '', detail: '' }),
        ];
        await saveEntries(entries);
        expect(await under.store.quarantine(10)).toEqual(entries);
      });

      it('is listed by partition and offset, page by page', async () => {
        const entry = (partition: number, offset: number) => aQuarantineEntry(offset, { partition });
        await saveEntries([entry(1, 10), entry(1, 9), entry(1, 2)], 1);
        await saveEntries([entry(0, 11), entry(0, 3)], 0);
        await saveEntries([entry(2, 0)], 2);
        const inOrder = [entry(0, 3), entry(0, 11), entry(1, 2), entry(1, 9), entry(1, 10), entry(2, 0)];
        expect(await under.store.quarantine(100)).toEqual(inOrder);
        expect(await under.store.quarantine(2)).toEqual(inOrder.slice(0, 2));
        expect(await under.store.quarantine(2, { partition: 0, offset: 11 })).toEqual(inOrder.slice(2, 4));
        expect(await under.store.quarantine(9, { partition: 1, offset: 5 })).toEqual(inOrder.slice(3));
        expect(await under.store.quarantine(9, { partition: 2, offset: 0 })).toEqual([]);
      });
    });

    describeGenerations(make);
    describeStaleWriter(make);
    describeStoredSegments(make);
  });
}
