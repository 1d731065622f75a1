import { GatedStore } from '../gated.store.js';

/** Resumes behind the last segment, although its cases may not have been saved. */
export class ResumesAfterLastSegment extends GatedStore {
  override async position(generation: string, partition: number): Promise<number> {
    return ((await this.lastSegment(generation, partition))?.through ?? -1) + 1;
  }
}
