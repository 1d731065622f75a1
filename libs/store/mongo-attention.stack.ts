import { describeAttentionStore } from './attention-store.contract.js';
import { MongoAttention } from './mongo-attention.store.js';
import { connectToMongo } from './mongo-connection.store.js';
import { dropDatabase, freshDatabase } from './mongo-database.testkit.js';

describeAttentionStore('The store in MongoDB', async () => {
  const url = freshDatabase();
  let connection = await connectToMongo(url);
  return {
    store: new MongoAttention(connection),
    reopen: async () => {
      await connection.close();
      connection = await connectToMongo(url);
      return new MongoAttention(connection);
    },
    remove: async () => {
      await connection.close();
      await dropDatabase(url);
    },
  };
});
