import type { LogRecord } from '../../libs/log/event-log.port.js';
import type { SegmentHeader } from '../../libs/store/engine-store.port.js';

/** Watches an engine at its work without a part in it: what `work` answers or rejects with is passed on. */
export interface EngineWatch {
  /** Records of a partition are folded. */
  folding(partition: number, records: readonly LogRecord[], work: () => Promise<void>): Promise<void>;
  /** What has been folded of a partition is saved; `null` where there was nothing to count. */
  saving(partition: number, work: () => Promise<SegmentHeader | null>): Promise<SegmentHeader | null>;
  /** What was not saved of a partition is forgotten. */
  forgotten(partition: number): void;
}

/** Watches nothing. */
export const unwatched: EngineWatch = {
  folding: (_partition, _records, work) => work(),
  saving: (_partition, work) => work(),
  forgotten: () => undefined,
};
