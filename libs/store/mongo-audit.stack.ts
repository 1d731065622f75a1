import { connectToMongo } from './mongo-connection.store.js';
import { dropDatabase, freshDatabase } from './mongo-database.testkit.js';
import { MongoAudit } from './mongo-audit.store.js';
import { describeAuditStore } from './audit-store.contract.js';

describeAuditStore('The store in MongoDB', async () => {
  const url = freshDatabase();
  let connection = await connectToMongo(url);
  return {
    store: new MongoAudit(connection),
    reopen: async () => {
      await connection.close();
      connection = await connectToMongo(url);
      return new MongoAudit(connection);
    },
    remove: async () => {
      await connection.close();
      await dropDatabase(url);
    },
  };
});
