import { Schema, Types } from 'mongoose';
import type { Segment, SegmentHeader } from './engine-store.port.js';
import type { Feeds } from './feeds.rule.js';

/** A segment as it lies in MongoDB. */
export interface SegmentDocument extends Omit<SegmentHeader, 'feeds'> {
  /** Made by the writer for each insert: by this it knows its own when it has to ask whether the insert had its effect. */
  readonly _id: Types.ObjectId;
  /** As JSON: names of facts have dots, which names of members should not have. */
  readonly feeds: string;
  /** In how many pieces the rows lie outside; 0: they are in here. */
  readonly pieces: number;
  /** The compressed rows; empty where they lie outside. */
  readonly rows: Buffer;
}

const countsSchema = new Schema({ applied: Number, duplicates: Number, quarantined: Number }, { _id: false });

/** The index also answers the newest segment, and meets a merged one after those that it was merged from. */
export const segmentSchema = new Schema<SegmentDocument>(
  {
    _id: Schema.Types.ObjectId,
    generation: String,
    partition: Number,
    first: Number,
    last: Number,
    from: Number,
    through: Number,
    throughAppendedAt: Number,
    digest: String,
    counts: countsSchema,
    feeds: String,
    rowCount: Number,
    pieces: Number,
    rows: Buffer,
  },
  { collection: 'segments', versionKey: false },
).index({ generation: 1, partition: 1, last: 1, first: -1 }, { unique: true });

/** A segment's document without its rows. */
export type HeaderDocument = Omit<SegmentDocument, 'rows'>;

export function headerOf({ _id, pieces: _pieces, feeds, counts, ...members }: HeaderDocument): SegmentHeader {
  const { applied, duplicates, quarantined } = counts;
  return { ...members, counts: { applied, duplicates, quarantined }, feeds: JSON.parse(feeds) as Feeds };
}

/** @param rows the compressed rows, or none where they lie outside in `pieces` pieces */
export function documentOf(segment: Segment, rows: Buffer, pieces: number): SegmentDocument {
  return {
    ...segment,
    _id: new Types.ObjectId(),
    feeds: JSON.stringify(segment.feeds),
    pieces,
    rows,
  };
}
