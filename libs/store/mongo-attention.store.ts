import { Schema, type Connection, type Model } from 'mongoose';
import type { AttentionChange, AttentionDelivery, AttentionStore } from './attention-store.port.js';
import { isDuplicateKey, persistently } from './mongo-attempts.rule.js';

interface ChangeDocument extends Omit<AttentionChange, 'number'> {
  readonly _id: number;
}

interface DeliveryDocument extends Omit<AttentionDelivery, 'number'> {
  readonly _id: number;
}

const changeSchema = new Schema<ChangeDocument>(
  {
    _id: Number,
    at: Number,
    measure: String,
    version: String,
    from: String,
    to: String,
    period: String,
    positions: [Number],
  },
  { collection: 'attentionChanges', versionKey: false, id: false },
);

const deliverySchema = new Schema<DeliveryDocument>(
  { _id: Number, attempts: Number, nextAt: Number, deliveredAt: Number },
  { collection: 'attentionDeliveries', versionKey: false, id: false },
);

/** A number is its document's `_id`: unique without an index that could be missing. */
export class MongoAttention implements AttentionStore {
  readonly #changes: Model<ChangeDocument>;
  readonly #deliveries: Model<DeliveryDocument>;

  constructor(connection: Connection) {
    this.#changes = connection.model<ChangeDocument>('AttentionChange', changeSchema);
    this.#deliveries = connection.model<DeliveryDocument>('AttentionDelivery', deliverySchema);
  }

  async changesAfter(number: number, limit: number): Promise<readonly AttentionChange[]> {
    const later = this.#changes.base.trusted({ $gt: number });
    const found = await persistently(() =>
      this.#changes.find({ _id: later }).sort({ _id: 1 }).limit(limit).lean().exec(),
    );
    return found.map(({ _id, ...change }) => ({ number: _id, ...change }));
  }

  /** An insert that was repeated answers whether the one that is there is its own. */
  insertChange({ number, ...change }: AttentionChange): Promise<boolean> {
    return persistently(async (again) => {
      if (await inserted(() => this.#changes.insertOne({ _id: number, ...change }))) return true;
      if (!again) return false;
      const [there] = await this.changesAfter(number - 1, 1);
      return JSON.stringify(inOrder({ number, ...change })) === JSON.stringify(there && inOrder(there));
    });
  }

  async deliveriesFrom(number: number): Promise<readonly AttentionDelivery[]> {
    const from = this.#deliveries.base.trusted({ $gte: number });
    const found = await persistently(() => this.#deliveries.find({ _id: from }).sort({ _id: 1 }).lean().exec());
    return found.map(({ _id, ...delivery }) => ({ number: _id, ...delivery }));
  }

  /** One whose answer is lost counts as another's: it is tried again at its time, which costs nothing but that. */
  async beginAttempt(number: number, attempts: number, nextAt: number): Promise<boolean> {
    if (attempts === 1) {
      const first = { _id: number, attempts, nextAt, deliveredAt: null };
      return persistently(() => inserted(() => this.#deliveries.insertOne(first)));
    }
    const before = { _id: number, attempts: attempts - 1, deliveredAt: null };
    const { matchedCount } = await persistently(() =>
      this.#deliveries.updateOne(before, { $set: { attempts, nextAt } }),
    );
    return matchedCount === 1;
  }

  async noteDelivered(number: number, at: number): Promise<void> {
    const undelivered = { _id: number, deliveredAt: null };
    await persistently(() => this.#deliveries.updateOne(undelivered, { $set: { deliveredAt: at } }));
  }
}

/** Answers false where a document has that key already. */
async function inserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function inOrder({ number, at, measure, version, from, to, period, positions }: AttentionChange): readonly unknown[] {
  return [number, at, measure, version, from, to, period, ...positions];
}
