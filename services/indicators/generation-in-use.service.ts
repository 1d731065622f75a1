import type { EngineStore, Generation } from '../../libs/store/engine-store.port.js';

/** Nothing has been counted yet. */
export class NoFigures extends Error {
  readonly code = 'no-figures';
  readonly retriable = false;
  constructor() {
    super('There are no figures yet: nothing has been counted into this store.');
  }
}

/** The generation that readers use. Rejects with NoFigures before the first. */
export async function generationInUse(store: EngineStore): Promise<Generation> {
  const inUse = await store.currentGeneration();
  const generation = (await store.generations()).find(({ id }) => id === inUse);
  if (generation === undefined) throw new NoFigures();
  return generation;
}
