import { decodeRows, encodeRows } from '../../../libs/measures/rows/rows.codec.js';
import type { Segment } from '../../../libs/store/engine-store.port.js';
import { GatedStore } from '../gated.store.js';

/** A merged segment holds one row less than what it was merged from. */
export class LosesARowInMerging extends GatedStore {
  override mergeSegments(merged: Segment): Promise<void> {
    const { length, ...columns } = decodeRows(merged.rows);
    const shorter = Math.max(0, length - 1);
    const { measure, tuple, day, recordDay, x, count } = columns;
    const rows = encodeRows({
      length: shorter,
      measure: measure.subarray(0, shorter),
      tuple: tuple.subarray(0, shorter),
      day: day.subarray(0, shorter),
      recordDay: recordDay.subarray(0, shorter),
      x: x.subarray(0, shorter),
      count: count.subarray(0, shorter),
    });
    return super.mergeSegments({ ...merged, rowCount: shorter, rows });
  }
}
