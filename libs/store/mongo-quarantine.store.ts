import { Schema, type Connection, type Model } from 'mongoose';
import type { QuarantineEntry } from './engine-store.port.js';
import { isDuplicateKey, persistently } from './mongo-attempts.rule.js';

export const quarantineSchema = new Schema<QuarantineEntry>(
  {
    partition: Number,
    offset: Number,
    appendedAt: Number,
    code: String,
    path: String,
    detail: String,
    key: String,
    value: String,
  },
  { collection: 'quarantine', versionKey: false },
).index({ partition: 1, offset: 1 }, { unique: true });

/** Log records that were refused. They belong to the log, not to a generation. */
export class MongoQuarantine {
  readonly #model: Model<QuarantineEntry>;

  constructor(connection: Connection) {
    this.#model = connection.model('QuarantineEntry', quarantineSchema);
  }

  /** An entry that is there already stays as it is. */
  async insert(entries: readonly QuarantineEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await persistently(() => this.#insertAbsent(entries));
  }

  /** By partition and offset, those beyond the given ones. */
  async after(partition: number, offset: number, limit: number): Promise<readonly QuarantineEntry[]> {
    const beyond = (number: number): { readonly $gt: number } => this.#model.base.trusted({ $gt: number });
    const found = await persistently(() =>
      this.#model
        .find({ $or: [{ partition, offset: beyond(offset) }, { partition: beyond(partition) }] }, { _id: 0 })
        .sort({ partition: 1, offset: 1 })
        .limit(limit)
        .lean()
        .exec(),
    );
    return found;
  }

  async #insertAbsent(entries: readonly QuarantineEntry[]): Promise<void> {
    try {
      await this.#model.collection.insertMany(
        entries.map((entry) => ({ ...entry })),
        { ordered: false },
      );
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
}
