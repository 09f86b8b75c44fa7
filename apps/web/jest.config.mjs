import { jestConfig } from '@medspasync/tooling/jest/preset.mjs';

export default jestConfig({ overrides: { testEnvironment: '<rootDir>/jest-environment.mjs' } });
