import { afterEach, beforeEach, expect } from '@jest/globals';
import { aGeneration } from './checkpoint.testkit.js';
import type { EngineStore, StaleWriter } from './engine-store.port.js';

/** One store to test, empty at first. */
export interface StoreUnderTest {
  readonly store: EngineStore;
  /** Whether a refused commit leaves nothing behind; else it leaves what the steps before the refused one wrote. */
  readonly atomic: boolean;
  /** Closes the store and opens what it had stored; left out where it does not outlive its process. */
  readonly reopen?: () => Promise<EngineStore>;
  readonly remove: () => Promise<void>;
}

/** The store of the test that is running: made before each, with the generation `g1`, and removed after it. */
export function freshStore<T extends { readonly store: EngineStore; readonly remove: () => Promise<void> }>(
  make: () => Promise<T>,
): { readonly tested: T; readonly store: T['store'] } {
  let tested: T | null = null;
  const current = (): T => {
    if (tested === null) throw new Error('there is a store only while a test runs');
    return tested;
  };
  beforeEach(async () => {
    tested = await make();
    await tested.store.createGeneration(aGeneration());
  });
  afterEach(() => current().remove());
  return {
    get tested() {
      return current();
    },
    get store() {
      return current().store;
    },
  };
}

/** What a refused write is rejected with. */
export function stale(step: StaleWriter['step']): unknown {
  return expect.objectContaining({ code: 'stale-writer', retriable: true, step });
}
