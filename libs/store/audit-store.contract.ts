import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditStore, StoredAuditEntry } from './audit-store.port.js';

/** One store to test, empty at first. */
export interface AuditUnderTest {
  readonly store: AuditStore;
  /** Closes the store and opens what it had stored; left out where it does not outlive its process. */
  readonly reopen?: () => Promise<AuditStore>;
  readonly remove: () => Promise<void>;
}

function anEntry(number: number, members: Partial<StoredAuditEntry> = {}): StoredAuditEntry {
  return { number, entry: `{"n":${number}}`, previous: `d${number - 1}`, digest: `d${number}`, ...members };
}

/** What every audit log's store keeps to. */
export function describeAuditStore(name: string, make: () => Promise<AuditUnderTest>): void {
  describe(`${name}: audit log`, () => {
    let tested: AuditUnderTest;
    let store: AuditStore;
    beforeEach(async () => {
      tested = await make();
      store = tested.store;
    });
    afterEach(() => tested.remove());

    it('is empty at first', async () => {
      expect(await store.last()).toBeNull();
      expect(await store.after(0, 10)).toEqual([]);
    });

    it('answers what was added, in order and in pages, also once it was opened again', async () => {
      for (const number of [1, 2, 3]) expect(await store.insert(anEntry(number))).toBe(true);
      const again = (await tested.reopen?.()) ?? store;
      expect(await again.last()).toEqual(anEntry(3));
      expect(await again.after(0, 2)).toEqual([anEntry(1), anEntry(2)]);
      expect(await again.after(2, 2)).toEqual([anEntry(3)]);
    });

    it('never changes a line, and lets one of two win that are added at the same time', async () => {
      const lines = [anEntry(1, { digest: 'a' }), anEntry(1, { digest: 'b' })] as const;
      const both = await Promise.all(lines.map((line) => store.insert(line)));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await store.last()).toEqual(lines[both.indexOf(true)]);
      expect(await store.insert(anEntry(1, { digest: 'c' }))).toBe(false);
      expect(await store.after(0, 10)).toHaveLength(1);
    });
  });
}
