import { StaleWriter, type CaseReplacement, type Segment } from '../../../libs/store/engine-store.port.js';
import { GatedStore } from '../gated.store.js';

/** A segment takes the place of another under the same key. */
export class ReplacesSegments extends GatedStore {
  override async insertSegment(segment: Segment): Promise<void> {
    try {
      await super.insertSegment(segment);
    } catch (error) {
      if (!(error instanceof StaleWriter)) throw error;
      // A range that ends half a number later takes away this one segment.
      await this.store.deleteMergedAway({ ...segment, last: segment.last + 0.5 });
      await super.insertSegment(segment);
    }
  }
}

/** A writer whose segment was refused goes on as if it had been inserted. */
export class IgnoresRefusedSegments extends GatedStore {
  override async insertSegment(segment: Segment): Promise<void> {
    try {
      await super.insertSegment(segment);
    } catch (error) {
      if (!(error instanceof StaleWriter)) throw error;
    }
  }
}

/** A case is replaced whatever has become of it since it was read. */
export class ReplacesCasesBlindly extends GatedStore {
  override async replaceCases(generation: string, partition: number, cases: readonly CaseReplacement[]): Promise<void> {
    const subjects = cases.map(({ subject }) => subject);
    const stored = await this.readCases(generation, partition, subjects);
    const throughs = new Map(stored.map(({ subject, through }) => [subject, through]));
    const blind = cases.map((replacement) => ({
      ...replacement,
      readThrough: throughs.get(replacement.subject) ?? null,
    }));
    await super.replaceCases(generation, partition, blind);
  }
}
