import { mongo } from 'mongoose';

/**
 * Brought in by `--import`: the store refuses the first case it is to keep with an error that names the document, as MongoDB
 * does where one is too large.
 */
const { Collection, MongoServerError } = mongo;

for (const method of ['insertMany', 'bulkWrite'] as const) {
  const original = Collection.prototype[method] as (...args: readonly unknown[]) => Promise<unknown>;
  Object.defineProperty(Collection.prototype, method, {
    value: function write(this: mongo.Collection, documents: readonly object[], ...rest: readonly unknown[]) {
      if (this.collectionName !== 'cases') return original.call(this, documents, ...rest);
      const message = `BSONObj size: 16793600 is invalid. First element: ${JSON.stringify(documents[0])}`;
      return Promise.reject(new MongoServerError({ message, code: 10_334, codeName: 'BSONObjectTooLarge' }));
    },
  });
}
