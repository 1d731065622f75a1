import type { Checkpoint } from '../../../libs/store/engine-store.port.js';
import { GatedStore } from '../gated.store.js';

/** Cases are saved before the segment: cut short between the two, they are ahead of the figures. */
export class CasesBeforeSegment extends GatedStore {
  protected override async saveStepwise(checkpoint: Checkpoint): Promise<void> {
    const { generation, partition, quarantine, segment, cases, position } = checkpoint;
    await this.insertQuarantine(quarantine);
    await this.replaceCases(generation, partition, cases);
    if (segment !== null) await this.insertSegment(segment);
    await this.advancePosition(generation, partition, position);
  }
}

/** The position moves on before the cases are saved: cut short between the two, they miss facts for good. */
export class PositionBeforeCases extends GatedStore {
  protected override async saveStepwise(checkpoint: Checkpoint): Promise<void> {
    const { generation, partition, quarantine, segment, cases, position } = checkpoint;
    await this.insertQuarantine(quarantine);
    if (segment !== null) await this.insertSegment(segment);
    await this.advancePosition(generation, partition, position);
    await this.replaceCases(generation, partition, cases);
  }
}

/** The segment that counts a refused record is there before the record's reason. */
export class QuarantineAfterSegment extends GatedStore {
  protected override async saveStepwise(checkpoint: Checkpoint): Promise<void> {
    const { generation, partition, quarantine, segment, cases, position } = checkpoint;
    if (segment !== null) await this.insertSegment(segment);
    await this.insertQuarantine(quarantine);
    await this.replaceCases(generation, partition, cases);
    await this.advancePosition(generation, partition, position);
  }
}
