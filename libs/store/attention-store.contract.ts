import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AttentionChange, AttentionDelivery, AttentionStore } from './attention-store.port.js';

/** One store to test, empty at first. */
export interface AttentionUnderTest {
  readonly store: AttentionStore;
  /** Closes the store and opens what it had stored; left out where it does not outlive its process. */
  readonly reopen?: () => Promise<AttentionStore>;
  readonly remove: () => Promise<void>;
}

const AT = 1_775_000_000_000;

function aChange(number: number, members: Partial<AttentionChange> = {}): AttentionChange {
  return {
    number,
    at: AT + number,
    measure: 'payments-on-time',
    version: '1.0.0',
    from: number === 1 ? null : 'on-target',
    to: 'off-target',
    period: '2026-05',
    positions: [10, 0, 4_000_000_000],
    ...members,
  };
}

function aDelivery(number: number, attempts: number, members: Partial<AttentionDelivery> = {}): AttentionDelivery {
  return { number, attempts, nextAt: AT + attempts, deliveredAt: null, ...members };
}

/** What every attention store keeps to. */
export function describeAttentionStore(name: string, make: () => Promise<AttentionUnderTest>): void {
  describe(`${name}: attention`, () => {
    let tested: AttentionUnderTest;
    let store: AttentionStore;
    beforeEach(async () => {
      tested = await make();
      store = tested.store;
    });
    afterEach(() => tested.remove());

    it('has nothing at first', async () => {
      expect(await store.changesAfter(0, 10)).toEqual([]);
      expect(await store.deliveriesFrom(1)).toEqual([]);
    });

    it('keeps changes as they are, and answers them by number, page by page', async () => {
      const changes = Array.from({ length: 12 }, (_, index) => aChange(index + 1));
      for (const change of changes.toReversed()) expect(await store.insertChange(change)).toBe(true);
      expect(await store.changesAfter(0, 100)).toEqual(changes);
      expect(await store.changesAfter(0, 5)).toEqual(changes.slice(0, 5));
      expect(await store.changesAfter(10, 5)).toEqual(changes.slice(10));
      expect(await store.changesAfter(12, 5)).toEqual([]);
    });

    it('keeps the first of two changes of one number', async () => {
      expect(await store.insertChange(aChange(1))).toBe(true);
      expect(await store.insertChange(aChange(1, { to: 'gone-quiet' }))).toBe(false);
      expect(await store.changesAfter(0, 10)).toEqual([aChange(1)]);
    });

    it('lets one of several processes win a number', async () => {
      const states = ['off-target', 'gone-quiet', 'too-few', 'gap'];
      const won = await Promise.all(states.map((to) => store.insertChange(aChange(1, { to }))));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await store.changesAfter(0, 10)).toEqual([aChange(1, { to: states[won.indexOf(true)] ?? '' })]);
    });

    it('begins attempts one after the other, each once', async () => {
      expect(await store.beginAttempt(3, 2, AT)).toBe(false);
      const begun = await Promise.all([1, 2, 3].map(() => store.beginAttempt(3, 1, AT + 1)));
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect(await store.beginAttempt(3, 3, AT)).toBe(false);
      expect(await store.beginAttempt(3, 2, AT + 2)).toBe(true);
      expect(await store.beginAttempt(3, 2, AT)).toBe(false);
      expect(await store.beginAttempt(3, 1, AT)).toBe(false);
      expect(await store.deliveriesFrom(1)).toEqual([aDelivery(3, 2)]);
    });

    it('never begins again what has been delivered, and keeps when that was', async () => {
      await store.beginAttempt(4, 1, AT + 1);
      await store.noteDelivered(4, AT + 500);
      await store.noteDelivered(4, AT + 900);
      await store.noteDelivered(9, AT);
      expect(await store.beginAttempt(4, 2, AT)).toBe(false);
      expect(await store.beginAttempt(4, 1, AT)).toBe(false);
      expect(await store.deliveriesFrom(1)).toEqual([aDelivery(4, 1, { deliveredAt: AT + 500 })]);
    });

    it('lists deliveries from a number on, in order', async () => {
      for (const number of [7, 5, 6, 2]) await store.beginAttempt(number, 1, AT + 1);
      expect((await store.deliveriesFrom(5)).map(({ number }) => number)).toEqual([5, 6, 7]);
    });

    it('has it all when it is opened again', async () => {
      await store.insertChange(aChange(1));
      await store.beginAttempt(1, 1, AT + 1);
      const again = (await tested.reopen?.()) ?? store;
      expect(await again.changesAfter(0, 10)).toEqual([aChange(1)]);
      expect(await again.deliveriesFrom(0)).toEqual([aDelivery(1, 1)]);
      expect(await again.insertChange(aChange(1, { at: AT }))).toBe(false);
      expect(await again.beginAttempt(1, 1, AT)).toBe(false);
    });
  });
}
