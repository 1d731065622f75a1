import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReleaseStore, StoredRelease } from './release-store.port.js';

/** One store to test, empty at first. */
export interface ReleasesUnderTest {
  readonly store: ReleaseStore;
  /** Closes the store and opens what it had stored; left out where it does not outlive its process. */
  readonly reopen?: () => Promise<ReleaseStore>;
  readonly remove: () => Promise<void>;
}

const csv = { table: 'published', name: 'aggregates.csv', mediaType: 'text/csv', bytes: new Uint8Array([0, 255, 10]) };
const exactCsv = { ...csv, table: 'exact', bytes: new Uint8Array([1]) };

function aRelease(members: Partial<StoredRelease> = {}): StoredRelease {
  return {
    id: '2025-26.1',
    madeAt: 1_775_000_000_000,
    document: '{"id":"2025-26.1"}',
    files: [csv, exactCsv],
    ...members,
  };
}

/** What every store of releases keeps to. */
export function describeReleaseStore(name: string, make: () => Promise<ReleasesUnderTest>): void {
  describe(`${name}: releases`, () => {
    let tested: ReleasesUnderTest;
    let store: ReleaseStore;
    beforeEach(async () => {
      tested = await make();
      store = tested.store;
    });
    afterEach(() => tested.remove());

    it('has none at first', async () => {
      expect(await store.documents()).toEqual([]);
      expect(await store.document('2025-26.1')).toBeNull();
      expect(await store.file('2025-26.1', 'published', 'aggregates.csv')).toBeNull();
    });

    it('answers a release and its files to the byte, also once it was opened again', async () => {
      expect(await store.insert(aRelease())).toBe(true);
      const again = (await tested.reopen?.()) ?? store;
      expect(await again.document('2025-26.1')).toBe('{"id":"2025-26.1"}');
      expect(await again.file('2025-26.1', 'published', 'aggregates.csv')).toEqual(csv);
      expect(await again.file('2025-26.1', 'exact', 'aggregates.csv')).toEqual(exactCsv);
      expect(await again.file('2025-26.1', 'exact', 'aggregates.ods')).toBeNull();
    });

    it('never changes one: a second of the same id is refused', async () => {
      await store.insert(aRelease());
      expect(await store.insert(aRelease({ document: '{"id":"another"}', files: [] }))).toBe(false);
      expect(await store.documents()).toEqual(['{"id":"2025-26.1"}']);
      expect(await store.file('2025-26.1', 'published', 'aggregates.csv')).toEqual(csv);
    });

    it('lets one of two win that are inserted at the same time', async () => {
      const both = await Promise.all([
        store.insert(aRelease({ document: '"a"' })),
        store.insert(aRelease({ document: '"b"' })),
      ]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await store.documents()).toEqual([both[0] ? '"a"' : '"b"']);
    });

    it('lists them by the time they were made, then id', async () => {
      await store.insert(aRelease({ id: 'c', madeAt: 2, document: '"c"' }));
      await store.insert(aRelease({ id: 'b', madeAt: 1, document: '"b"' }));
      await store.insert(aRelease({ id: 'a', madeAt: 2, document: '"a"' }));
      expect(await store.documents()).toEqual(['"b"', '"a"', '"c"']);
    });

    it('keeps what it was given, whatever becomes of that', async () => {
      const bytes = new Uint8Array([7]);
      await store.insert(aRelease({ files: [{ ...csv, bytes }] }));
      bytes[0] = 8;
      expect((await store.file('2025-26.1', 'published', 'aggregates.csv'))?.bytes).toEqual(new Uint8Array([7]));
    });
  });
}
