import everyRoom from './jest.config.js';

/** Tests that need Kafka and a MongoDB server: `npm run test:stack` starts them first. */
export default {
  ...everyRoom,
  testMatch: ['**/*.stack.ts'],
  testTimeout: 120_000,
};
