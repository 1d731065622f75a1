import { Schema, type Connection, type Model } from 'mongoose';
import { isDuplicateKey } from './mongo-attempts.rule.js';
import { placeId, placesOf } from './mongo-place.rule.js';

interface PieceDocument {
  /** The place and the id of the segment, then the piece's number. */
  readonly _id: string;
  readonly bytes: Buffer;
}

/** Where the pieces of a segment's rows lie, and how many there are. */
export interface PiecesPlace {
  readonly generation: string;
  readonly partition: number;
  /** Of the segment's document. */
  readonly id: string;
  readonly pieces: number;
}

const pieceSchema = new Schema<PieceDocument>(
  { _id: String, bytes: Buffer },
  { collection: 'row_pieces', versionKey: false },
);

/**
 * Rows that do not fit into a segment's document. They are written before it, so that whoever finds the segment finds them,
 * and deleted after it; what is left by a writer that ended in between belongs to no segment and is never read.
 */
export class MongoRowPieces {
  readonly #model: Model<PieceDocument>;

  constructor(connection: Connection) {
    this.#model = connection.model('RowPiece', pieceSchema);
  }

  /** One at a time, for each may be nearly as large as a message; those that are there already stay. */
  async insert(place: PiecesPlace, pieces: readonly Buffer[]): Promise<void> {
    const ids = idsOf(place);
    for (const [index, bytes] of pieces.entries()) {
      try {
        await this.#model.insertOne({ _id: ids[index] ?? '', bytes });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    }
  }

  /** In order; `null` where they are not all there, because the segment has been merged away meanwhile. */
  async read(place: PiecesPlace): Promise<readonly Uint8Array[] | null> {
    const pieces: Uint8Array[] = [];
    for (const id of idsOf(place)) {
      const found = await this.#model.findById(id).lean().exec();
      if (found === null) return null;
      pieces.push(found.bytes);
    }
    return pieces;
  }

  async delete(places: readonly PiecesPlace[]): Promise<void> {
    const ids = places.flatMap(idsOf);
    if (ids.length > 0) await this.#model.deleteMany({ _id: this.#model.base.trusted({ $in: ids }) });
  }

  async deleteAll(generation: string): Promise<void> {
    await this.#model.deleteMany({ _id: this.#model.base.trusted(placesOf(generation)) });
  }
}

function idsOf({ generation, partition, id, pieces }: PiecesPlace): readonly string[] {
  return Array.from({ length: pieces }, (_, number) => `${placeId(generation, partition)}/${id}/${number}`);
}
