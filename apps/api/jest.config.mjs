import { jestConfig } from '@medspasync/tooling/jest/preset.mjs';

export default jestConfig({
  decorators: true,
  overrides: {
    globalSetup: '<rootDir>/src/testing/global-setup.mjs',
    globalTeardown: '<rootDir>/src/testing/global-teardown.mjs',
    testTimeout: 30_000,
  },
});
