import type { Connection } from 'mongoose';

/** What the store rests on cannot be had: an index that keeps two writers apart is not unique. */
export class MissingUniqueIndex extends Error {
  readonly code = 'missing-unique-index';
  readonly retriable = false;
  constructor(collection: string, fields: string) {
    super(
      `the collection ${collection} has no unique index on (${fields}): drop what stands in its place and start again`,
    );
  }
}

/** Creates every index that the connection's models ask for, and checks that it is there. */
export async function makeIndexes(connection: Connection): Promise<void> {
  for (const model of Object.values(connection.models)) {
    const wanted = model.schema.indexes();
    if (wanted.length === 0) continue;
    await model.createIndexes();
    const there = await model.collection.indexes();
    for (const [fields] of wanted) {
      const isWanted = ({ key, unique }: (typeof there)[number]): boolean =>
        unique === true && JSON.stringify(key) === JSON.stringify(fields);
      if (!there.some(isWanted)) throw new MissingUniqueIndex(model.collection.name, Object.keys(fields).join(', '));
    }
  }
}
