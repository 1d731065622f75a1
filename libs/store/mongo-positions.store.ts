import { Schema, type Connection, type Model } from 'mongoose';
import { StaleWriter, UnknownGeneration } from './engine-store.port.js';
import { isDuplicateKey, persistently } from './mongo-attempts.rule.js';
import { placeId, placesOf } from './mongo-place.rule.js';

interface PositionDocument {
  readonly _id: string;
  readonly position: number;
}

const positionSchema = new Schema<PositionDocument>(
  { _id: String, position: Number },
  { collection: 'partitions', versionKey: false },
);

/** How far each partition of each generation is stored: one document each, there from the generation's beginning. */
export class MongoPositions {
  readonly #model: Model<PositionDocument>;

  constructor(connection: Connection) {
    this.#model = connection.model('Partition', positionSchema);
  }

  /** Those that are there already stay as they are. */
  async create(generation: string, partitionCount: number): Promise<void> {
    for (let partition = 0; partition < partitionCount; partition += 1) {
      await persistently(() => this.#createOne(placeId(generation, partition)));
    }
  }

  /** `null` where the generation has not been created or has no such partition. */
  async read(generation: string, partition: number): Promise<number | null> {
    const found = await persistently(() => this.#model.findById(placeId(generation, partition)).lean().exec());
    return found?.position ?? null;
  }

  /** Rejects with StaleWriter if the position is beyond that already. */
  async advance(generation: string, partition: number, position: number): Promise<void> {
    const atMost = this.#model.base.trusted({ $lte: position });
    const { matchedCount } = await persistently(() =>
      this.#model.updateOne({ _id: placeId(generation, partition), position: atMost }, { $set: { position } }),
    );
    if (matchedCount === 1) return;
    if ((await this.read(generation, partition)) === null) throw new UnknownGeneration(generation, partition);
    throw new StaleWriter('position');
  }

  async deleteAll(generation: string): Promise<void> {
    await persistently(() => this.#model.deleteMany({ _id: this.#model.base.trusted(placesOf(generation)) }));
  }

  async #createOne(id: string): Promise<void> {
    try {
      await this.#model.insertOne({ _id: id, position: 0 });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
