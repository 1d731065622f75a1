import { Schema, type Connection, type Model } from 'mongoose';
import { isDuplicateKey, persistently } from './mongo-attempts.rule.js';
import type { ReleaseFile, ReleaseStore, StoredRelease } from './release-store.port.js';

interface FileDocument extends Omit<ReleaseFile, 'bytes'> {
  readonly bytes: Buffer;
}

interface ReleaseDocument extends Omit<StoredRelease, 'id' | 'files'> {
  readonly _id: string;
  readonly files: readonly FileDocument[];
}

const fileSchema = new Schema<FileDocument>(
  { table: String, name: String, mediaType: String, bytes: Buffer },
  { _id: false, id: false },
);

const releaseSchema = new Schema<ReleaseDocument>(
  { _id: String, madeAt: Number, document: String, files: [fileSchema] },
  { collection: 'releases', versionKey: false, id: false },
);

/** A release is one document, its id the document's `_id`: it is there whole or not at all. */
export class MongoReleases implements ReleaseStore {
  readonly #releases: Model<ReleaseDocument>;

  constructor(connection: Connection) {
    this.#releases = connection.model<ReleaseDocument>('Release', releaseSchema);
  }

  /** An insert that was repeated answers whether the one that is there is its own. */
  insert({ id, madeAt, document, files }: StoredRelease): Promise<boolean> {
    const buffered = files.map(({ bytes, ...file }) => ({ ...file, bytes: Buffer.from(bytes) }));
    return persistently(async (again) => {
      try {
        await this.#releases.insertOne({ _id: id, madeAt, document, files: buffered });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        return again && (await this.document(id)) === document;
      }
    });
  }

  async documents(): Promise<readonly string[]> {
    const found = await persistently(() =>
      this.#releases.find({}, { document: 1 }).sort({ madeAt: 1, _id: 1 }).lean().exec(),
    );
    return found.map(({ document }) => document);
  }

  async document(id: string): Promise<string | null> {
    const found = await persistently(() => this.#releases.findOne({ _id: id }, { document: 1 }).lean().exec());
    return found?.document ?? null;
  }

  async file(id: string, table: string, name: string): Promise<ReleaseFile | null> {
    const found = await persistently(() => this.#releases.findOne({ _id: id }, { files: 1 }).lean().exec());
    const file = found?.files.find((candidate) => candidate.table === table && candidate.name === name);
    if (file === undefined) return null;
    return { table, name, mediaType: file.mediaType, bytes: bytesOf(file.bytes) };
  }
}

/** Lean documents hold what the driver read: a Buffer, or a Binary that wraps one. */
function bytesOf(stored: Buffer | { readonly buffer: Uint8Array }): Uint8Array {
  return Uint8Array.from(Buffer.isBuffer(stored) ? stored : stored.buffer);
}
