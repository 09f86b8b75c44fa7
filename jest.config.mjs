// All fast tests in one run: every workspace that has a Jest configuration, and the scripts.
import { availableParallelism } from 'node:os';

export default {
  projects: [
    '<rootDir>/packages/*/jest.config.mjs',
    '<rootDir>/apps/*/jest.config.mjs',
    '<rootDir>/scripts/jest.config.mjs',
  ],
  // A bound on hanging, not on speed: a shared machine may be slow. With projects, only this place counts.
  testTimeout: 30_000,
  // Two at least: half of an API test's time is its database's.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};
