import { describe, expect, it } from '@jest/globals';
import type { PartitionHandler } from '../../libs/log/event-log.port.js';
import { CountingProgress } from './counting-progress.service.js';

const away = (): Promise<never> => Promise.reject(new Error('away'));
const log = { bounds: () => Promise.resolve({ start: 0, end: 7 }) };
const store = { currentGeneration: () => Promise.resolve('one') };
const engine: PartitionHandler = {
  assigned: () => Promise.resolve(5),
  records: () => Promise.resolve(),
  caughtUp: () => Promise.resolve(),
  revoked: () => Promise.resolve(),
};

/** A process that holds a partition, two records behind, so long after it last moved. */
async function standingFor(milliseconds: number, over: Partial<Parts> = {}): Promise<string | null> {
  const parts: Parts = { log, store, ...over };
  let now = 0;
  const progress = new CountingProgress(engine, parts.log, parts.store, () => now);
  await progress.assigned(3);
  now = milliseconds;
  return progress.missing();
}

interface Parts {
  readonly log: ConstructorParameters<typeof CountingProgress>[1];
  readonly store: ConstructorParameters<typeof CountingProgress>[2];
}

describe('readiness of a process that counts', () => {
  it('is there while it moves', async () => {
    await expect(standingFor(59_999)).resolves.toBeNull();
  });

  it('is gone when nothing has moved for a minute though there is something to count', async () => {
    await expect(standingFor(60_000)).resolves.toMatch('for a minute');
  });

  it('is there, however long, where there is nothing to count', async () => {
    const ended = { bounds: () => Promise.resolve({ start: 0, end: 5 }) };
    await expect(standingFor(1e9, { log: ended })).resolves.toBeNull();
  });

  it('is gone at once where the log or the store does not answer', async () => {
    await expect(standingFor(0, { log: { bounds: away } })).resolves.toBe('The event log does not answer.');
    await expect(standingFor(0, { store: { currentGeneration: away } })).resolves.toBe('The store does not answer.');
  });
});
