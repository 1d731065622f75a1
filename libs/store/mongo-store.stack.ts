import { describeCheckpointSteps } from './checkpoint-steps.contract.js';
import { describeEngineStore } from './engine-store.contract.js';
import { dropDatabase, freshDatabase } from './mongo-database.testkit.js';
import { openMongoStore } from './mongo.store.js';

const manners = [
  { name: 'The store in MongoDB', options: {} },
  { name: 'The store in MongoDB, rows in pieces', options: { pieceBytes: 5 } },
];

for (const { name, options } of manners)
  describeEngineStore(name, async () => {
    const url = freshDatabase();
    let store = await openMongoStore(url, options);
    return {
      store,
      atomic: false,
      reopen: async () => {
        await store.close();
        store = await openMongoStore(url, options);
        return store;
      },
      remove: async () => {
        await store.close();
        await dropDatabase(url);
      },
    };
  });

describeCheckpointSteps('The store in MongoDB', async () => {
  const url = freshDatabase();
  const store = await openMongoStore(url);
  return {
    store,
    remove: async () => {
      await store.close();
      await dropDatabase(url);
    },
  };
});
