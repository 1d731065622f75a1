import { once } from 'node:events';
import { writeSync } from 'node:fs';
import type { EngineStore } from '../../libs/store/engine-store.port.js';
import { MemoryStore } from '../../libs/store/memory.store.js';
import { openMongoStore as openStore } from '../../libs/store/mongo.store.js';
import { lineOf, type Told } from './told.codec.js';

/**
 * The store that `BENCH_STORE` names, in place of the one in MongoDB: taking up a partition waits until the process gets
 * SIGUSR2, and every checkpoint is told when it has been saved.
 */
export async function openMongoStore(url: string): Promise<EngineStore> {
  const store = process.env['BENCH_STORE'] === 'memory' ? new MemoryStore() : await openStore(url);
  return telling(store, once(process, 'SIGUSR2'));
}

function telling(store: EngineStore, begun: Promise<unknown>): EngineStore {
  const position = store.position.bind(store);
  const commit = store.commit.bind(store);
  let hasWaited = false;
  return Object.assign(store, {
    position: async (generation, partition) => {
      if (!hasWaited) tell({ what: 'waits' });
      hasWaited = true;
      await begun;
      return position(generation, partition);
    },
    commit: async (checkpoint) => {
      await commit(checkpoint);
      tell({ what: 'saved', partition: checkpoint.partition, position: checkpoint.position, at: Date.now() });
    },
  } satisfies Partial<EngineStore>);
}

function tell(told: Told): void {
  writeSync(process.stdout.fd, lineOf(told));
}
