import { Schema, type Connection, type Model } from 'mongoose';
import { UnknownGeneration, type Generation } from './engine-store.port.js';
import { isDuplicateKey, persistently } from './mongo-attempts.rule.js';

const ONLY = 'catalogue';

interface CatalogueDocument {
  readonly _id: typeof ONLY;
  readonly current: string | null;
  readonly generations: readonly Generation[];
}

const generationSchema = new Schema<Generation>(
  { id: String, fingerprint: String, partitionCount: Number, layout: String },
  { _id: false, id: false },
);

const catalogueSchema = new Schema<CatalogueDocument>(
  { _id: String, current: String, generations: [generationSchema] },
  { collection: 'catalogue', versionKey: false },
);

/**
 * The generations there are and the one in use. They are one document, so that neither can be pointed to while it is
 * deleted: one document is what MongoDB changes as a whole.
 */
export class MongoCatalogue {
  readonly #model: Model<CatalogueDocument>;

  constructor(connection: Connection) {
    this.#model = connection.model('Catalogue', catalogueSchema);
  }

  /** In the order created. */
  async all(): Promise<readonly Generation[]> {
    return (await this.#read()).generations.map(({ id, fingerprint, partitionCount, layout }) => ({
      id,
      fingerprint,
      partitionCount,
      layout,
    }));
  }

  async current(): Promise<string | null> {
    return (await this.#read()).current;
  }

  /** Has no effect if the generation is there already. */
  async add(generation: Generation): Promise<void> {
    await persistently(() => this.#begin());
    await persistently(() =>
      this.#model.updateOne(
        { _id: ONLY, 'generations.id': this.#isNot(generation.id) },
        { $push: { generations: generation } },
      ),
    );
  }

  async pointTo(id: string, from: string | null): Promise<boolean> {
    const { matchedCount } = await persistently(() =>
      this.#model.updateOne({ _id: ONLY, current: from, 'generations.id': id }, { $set: { current: id } }),
    );
    if (matchedCount === 1) return true;
    const current = await this.current();
    if (current === from) throw new UnknownGeneration(id);
    return current === id;
  }

  /** Answers false, and leaves it there, where it is in use. */
  async remove(id: string): Promise<boolean> {
    await persistently(() =>
      this.#model.updateOne({ _id: ONLY, current: this.#isNot(id) }, { $pull: { generations: { id } } }),
    );
    return (await this.current()) !== id;
  }

  async #begin(): Promise<void> {
    try {
      await this.#model.insertOne({ _id: ONLY, current: null, generations: [] });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  async #read(): Promise<Pick<CatalogueDocument, 'current' | 'generations'>> {
    const found = await persistently(() => this.#model.findById(ONLY).lean().exec());
    return found ?? { current: null, generations: [] };
  }

  #isNot(id: string): { readonly $ne: string } {
    return this.#model.base.trusted({ $ne: id });
  }
}
