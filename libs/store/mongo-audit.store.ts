import { Schema, type Connection, type Model } from 'mongoose';
import type { AuditStore, StoredAuditEntry } from './audit-store.port.js';
import { isDuplicateKey, persistently } from './mongo-attempts.rule.js';

interface EntryDocument extends Omit<StoredAuditEntry, 'number'> {
  readonly _id: number;
}

const entrySchema = new Schema<EntryDocument>(
  { _id: Number, entry: String, previous: String, digest: String },
  { collection: 'auditLog', versionKey: false, id: false },
);

/** A number is its document's `_id`: unique without an index that could be missing. */
export class MongoAudit implements AuditStore {
  readonly #entries: Model<EntryDocument>;

  constructor(connection: Connection) {
    this.#entries = connection.model<EntryDocument>('AuditEntry', entrySchema);
  }

  async last(): Promise<StoredAuditEntry | null> {
    const found = await persistently(() => this.#entries.findOne({}).sort({ _id: -1 }).lean().exec());
    return found === null ? null : entryOf(found);
  }

  /** An insert that was repeated answers whether the one that is there is its own. */
  insert({ number, ...entry }: StoredAuditEntry): Promise<boolean> {
    return persistently(async (again) => {
      try {
        await this.#entries.insertOne({ _id: number, ...entry });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return again && (await this.after(number - 1, 1))[0]?.digest === entry.digest;
      }
    });
  }

  async after(number: number, limit: number): Promise<readonly StoredAuditEntry[]> {
    const later = this.#entries.base.trusted({ $gt: number });
    const found = await persistently(() =>
      this.#entries.find({ _id: later }).sort({ _id: 1 }).limit(limit).lean().exec(),
    );
    return found.map(entryOf);
  }
}

function entryOf({ _id, entry, previous, digest }: EntryDocument): StoredAuditEntry {
  return { number: _id, entry, previous, digest };
}
