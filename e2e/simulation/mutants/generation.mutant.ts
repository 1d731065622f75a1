import type { Generation } from '../../../libs/store/engine-store.port.js';
import { GatedStore } from '../gated.store.js';

/** Readers are moved to a generation as soon as it has begun. */
export class MovesReadersAtOnce extends GatedStore {
  override async createGeneration(generation: Generation): Promise<void> {
    await super.createGeneration(generation);
    await this.pointTo(generation.id, await this.currentGeneration());
  }
}
