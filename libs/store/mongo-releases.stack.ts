import { connectToMongo } from './mongo-connection.store.js';
import { dropDatabase, freshDatabase } from './mongo-database.testkit.js';
import { MongoReleases } from './mongo-releases.store.js';
import { describeReleaseStore } from './release-store.contract.js';

describeReleaseStore('The store in MongoDB', async () => {
  const url = freshDatabase();
  let connection = await connectToMongo(url);
  return {
    store: new MongoReleases(connection),
    reopen: async () => {
      await connection.close();
      connection = await connectToMongo(url);
      return new MongoReleases(connection);
    },
    remove: async () => {
      await connection.close();
      await dropDatabase(url);
    },
  };
});
