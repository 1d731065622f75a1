import everyRoom from './jest.config.js';

/** Tests that need Chromium: `npm run test:browser`. One demo serves them all, so they run one after another. */
export default {
  ...everyRoom,
  roots: ['<rootDir>/e2e/browser'],
  testMatch: ['**/*.browser.ts'],
  globalSetup: '<rootDir>/e2e/browser/demo-system.setup.js',
  globalTeardown: '<rootDir>/e2e/browser/demo-system.teardown.js',
  maxWorkers: 1,
  testTimeout: 30_000,
};
