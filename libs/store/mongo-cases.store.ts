import { Schema, Types, type Collection, type Connection, type Model } from 'mongoose';
import { StaleWriter, type CaseReplacement, type StoredCase } from './engine-store.port.js';
import { isDuplicateKey, persistently } from './mongo-attempts.rule.js';
import { placeId, placesOf } from './mongo-place.rule.js';

/** Longer lists take servers longer than several short ones. */
const ASKED_AT_ONCE = 500;

interface CaseDocument {
  /** Place, then subject. */
  readonly _id: string;
  readonly through: number;
  readonly facts: Buffer;
  /** Of all cases saved in one call: by this a writer knows its own when it has to ask whether they were saved. */
  readonly savedIn: Types.ObjectId;
}

interface SavedCase {
  readonly document: CaseDocument;
  readonly readThrough: number | null;
}

/**
 * `_id` alone finds a case and keeps it unique. The index is for the guard: the stand-in for MongoDB uses an index only for
 * a filter of exactly its fields, and looked at every case for each replacement.
 */
const caseSchema = new Schema<CaseDocument>(
  { _id: String, through: Number, facts: Buffer, savedIn: Schema.Types.ObjectId },
  { collection: 'cases', versionKey: false },
).index({ _id: 1, through: 1 }, { unique: true });

/**
 * Cases, a document each. Written through the driver's own collection: mongoose's casting of documents that are built here
 * cost as much again as the server.
 */
export class MongoCases {
  readonly #model: Model<CaseDocument>;
  readonly #collection: Collection<CaseDocument>;

  constructor(connection: Connection) {
    this.#model = connection.model('Case', caseSchema);
    this.#collection = connection.collection<CaseDocument>(this.#model.collection.name);
  }

  async read(generation: string, partition: number, subjects: readonly string[]): Promise<readonly StoredCase[]> {
    const place = `${placeId(generation, partition)}/`;
    const found: StoredCase[] = [];
    for (let from = 0; from < subjects.length; from += ASKED_AT_ONCE) {
      const ids = subjects.slice(from, from + ASKED_AT_ONCE).map((subject) => place + subject);
      for (const document of await persistently(() => this.#find(ids))) found.push(caseOf(document, place));
    }
    return found;
  }

  /** In the order of subjects. */
  async after(generation: string, partition: number, limit: number, subject = ''): Promise<readonly StoredCase[]> {
    const place = `${placeId(generation, partition)}/`;
    const range = this.#model.base.trusted({ $gt: place + subject, $lt: `${placeId(generation, partition)}0` });
    const page = await persistently(() =>
      this.#model.find({ _id: range }).sort({ _id: 1 }).limit(limit).lean<CaseDocument[]>().exec(),
    );
    return page.map((document) => caseOf(document, place));
  }

  /**
   * First the changed ones, then the new ones. Rejects with StaleWriter at one that is no longer as it was read; others may
   * have been replaced by then.
   */
  async replace(generation: string, partition: number, replacements: readonly CaseReplacement[]): Promise<void> {
    const savedIn = new Types.ObjectId();
    const place = placeId(generation, partition);
    const cases = replacements.map(({ subject, through, readThrough, facts }) => ({
      document: { _id: `${place}/${subject}`, through, facts: bufferOver(facts), savedIn },
      readThrough,
    }));
    await persistently(async (again) => {
      const left = again ? await this.#notSavedIn(savedIn, cases) : cases;
      await this.#replaceRead(left);
      await this.#insertNew(left);
    });
  }

  async deleteAll(generation: string): Promise<void> {
    await persistently(() => this.#model.deleteMany({ _id: this.#model.base.trusted(placesOf(generation)) }));
  }

  async #replaceRead(cases: readonly SavedCase[]): Promise<void> {
    const replacements = cases.flatMap(({ document: { _id, ...replacement }, readThrough: through }) =>
      through === null ? [] : [{ replaceOne: { filter: { _id, through }, replacement } }],
    );
    if (replacements.length === 0) return;
    const { matchedCount } = await this.#collection.bulkWrite(replacements);
    if (matchedCount < replacements.length) throw new StaleWriter('case');
  }

  async #insertNew(cases: readonly SavedCase[]): Promise<void> {
    const documents = cases.filter(({ readThrough }) => readThrough === null).map(({ document }) => document);
    if (documents.length === 0) return;
    try {
      await this.#collection.insertMany(documents);
    } catch (error) {
      throw isDuplicateKey(error) ? new StaleWriter('case') : error;
    }
  }

  async #notSavedIn(savedIn: Types.ObjectId, cases: readonly SavedCase[]): Promise<readonly SavedCase[]> {
    const left: SavedCase[] = [];
    for (let from = 0; from < cases.length; from += ASKED_AT_ONCE) {
      const some = cases.slice(from, from + ASKED_AT_ONCE);
      const found = await this.#find(some.map(({ document }) => document._id));
      const saved = new Set(found.filter((document) => savedIn.equals(document.savedIn)).map(({ _id }) => _id));
      left.push(...some.filter(({ document }) => !saved.has(document._id)));
    }
    return left;
  }

  #find(ids: readonly string[]): Promise<readonly CaseDocument[]> {
    return this.#model
      .find({ _id: this.#model.base.trusted({ $in: ids }) })
      .lean<CaseDocument[]>()
      .exec();
  }
}

function caseOf({ _id, through, facts }: CaseDocument, place: string): StoredCase {
  return { subject: _id.slice(place.length), through, facts: bytesOf(facts) };
}

function bufferOver({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function bytesOf(stored: Buffer): Uint8Array {
  return new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength);
}
