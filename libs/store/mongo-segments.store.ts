import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Connection, Model, Types } from 'mongoose';
import { StaleWriter, StoreUnavailable, type Segment, type SegmentHeader } from './engine-store.port.js';
import { isDuplicateKey, persistently } from './mongo-attempts.rule.js';
import { MongoRowPieces, type PiecesPlace } from './mongo-row-pieces.store.js';
import {
  documentOf,
  headerOf,
  segmentSchema,
  type HeaderDocument,
  type SegmentDocument,
} from './mongo-segment.schema.js';
import { coverOf, isCovered, type CoveredRange } from './segment-cover.rule.js';

/** Most bytes of rows in one document, of which 16 MiB is the most that MongoDB takes. */
export const PIECE_BYTES = 8 << 20;

/** Most bytes of rows in a segment's own document: headers are read often, and whole documents lie behind them. */
const INSIDE_BYTES = 64 << 10;

/** While others merge, what a reading has just found may be gone. */
const READINGS = 5;

type Place = Pick<SegmentHeader, 'generation' | 'partition'>;

/** Segments: a document each, and where their rows, compressed with zstd, are many, pieces of them written before it. */
export class MongoSegments {
  readonly #model: Model<SegmentDocument>;
  readonly #pieces: MongoRowPieces;

  constructor(
    connection: Connection,
    private readonly pieceBytes = PIECE_BYTES,
  ) {
    this.#model = connection.model('Segment', segmentSchema);
    this.#pieces = new MongoRowPieces(connection);
  }

  async last({ generation, partition }: Place): Promise<SegmentHeader | null> {
    const found = await persistently(() =>
      this.#model.findOne({ generation, partition }, { rows: 0 }).sort({ last: -1, first: 1 }).lean().exec(),
    );
    return found === null ? null : headerOf(found);
  }

  async headersFrom(place: Place, number: number): Promise<readonly SegmentHeader[]> {
    return coverOf(await this.#from(place, number), number).map(headerOf);
  }

  /** Rejects with StoreUnavailable where others merge faster than it can read. */
  async segmentsFrom(place: Place, number: number, upTo?: number): Promise<readonly Segment[]> {
    const held = new Map<string, Uint8Array>();
    for (let reading = 0; reading < READINGS; reading += 1) {
      const cover = coverOf(await this.#from(place, number), number, upTo);
      const segments = await this.#withRows(cover, held);
      if (segments !== null) return segments;
    }
    throw new StoreUnavailable('segments were merged faster than they could be read');
  }

  /** Rejects with StaleWriter if a segment of the same range is there. */
  async insert(segment: Segment): Promise<void> {
    if (!(await this.#insertIfAbsent(segment))) throw new StaleWriter('segment');
  }

  /** Rejects with StaleWriter if those to be merged are no longer there. */
  async merge(merged: Segment): Promise<void> {
    const there = await this.#from(merged, merged.first);
    if (!isCovered(there, merged)) throw new StaleWriter('segment');
    if (!there.some((segment) => isSameRange(segment, merged))) await this.#insertIfAbsent(merged);
    await persistently(() => this.#deleteInside(merged));
  }

  async deleteAll(generation: string): Promise<void> {
    await persistently(() => this.#model.deleteMany({ generation }));
    await persistently(() => this.#pieces.deleteAll(generation));
  }

  /**
   * In the order of the index: a merged segment comes after those that it takes the place of, so a reading that meets it
   * too late has met them.
   */
  #from({ generation, partition }: Place, number: number): Promise<readonly HeaderDocument[]> {
    const last = this.#model.base.trusted({ $gte: number });
    return persistently(() =>
      this.#model
        .find({ generation, partition, last }, { rows: 0 })
        .sort({ last: 1, first: -1 })
        .lean<HeaderDocument[]>()
        .exec(),
    );
  }

  /**
   * `null` where one of them has been merged away meanwhile.
   *
   * @param held rows that have been read, by the id of the segment; takes what is read now
   */
  async #withRows(
    headers: readonly HeaderDocument[],
    held: Map<string, Uint8Array>,
  ): Promise<readonly Segment[] | null> {
    const segments: Segment[] = [];
    for (const header of headers) {
      const id = header._id.toHexString();
      const rows = held.get(id) ?? (await persistently(() => this.#rowsOf(header)));
      if (rows === null) return null;
      held.set(id, rows);
      segments.push({ ...headerOf(header), rows });
    }
    return segments;
  }

  async #rowsOf(header: HeaderDocument): Promise<Uint8Array | null> {
    const found = await this.#model.findById(header._id, { rows: 1 }).lean().exec();
    const pieces = await this.#pieces.read(piecesOf(header));
    return found === null || pieces === null ? null : zstdDecompressSync(Buffer.concat([...pieces, found.rows]));
  }

  async #insertIfAbsent(segment: Segment): Promise<boolean> {
    const rows = zstdCompressSync(segment.rows);
    const pieces = rows.length > Math.min(INSIDE_BYTES, this.pieceBytes) ? cut(rows, this.pieceBytes) : [];
    const document = documentOf(segment, pieces.length === 0 ? rows : Buffer.alloc(0), pieces.length);
    return persistently(async (again) => {
      await this.#pieces.insert(piecesOf(document), pieces);
      try {
        await this.#model.collection.insertOne(document);
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        if (again && (await this.#isThere(document._id))) return true;
        await this.#pieces.delete([piecesOf(document)]);
        return false;
      }
    });
  }

  async #isThere(_id: Types.ObjectId): Promise<boolean> {
    return (await this.#model.exists({ _id }).exec()) !== null;
  }

  async #deleteInside(merged: SegmentHeader): Promise<void> {
    const inside = (await this.#from(merged, merged.first)).filter(
      (segment) => segment.first >= merged.first && segment.last <= merged.last && !isSameRange(segment, merged),
    );
    if (inside.length === 0) return;
    await this.#model.deleteMany({ _id: this.#model.base.trusted({ $in: inside.map(({ _id }) => _id) }) });
    await this.#pieces.delete(inside.map(piecesOf));
  }
}

function cut(rows: Buffer, bytes: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(rows.length / bytes) }, (_, n) => rows.subarray(n * bytes, (n + 1) * bytes));
}

function piecesOf({ _id, generation, partition, pieces }: HeaderDocument): PiecesPlace {
  return { generation, partition, id: _id.toHexString(), pieces };
}

function isSameRange(a: CoveredRange, b: CoveredRange): boolean {
  return a.first === b.first && a.last === b.last;
}
