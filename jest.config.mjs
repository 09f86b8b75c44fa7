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
  // Node lets go of the modules of a finished test file only in part, some 30 MB of each stay: a worker that has read a
  // hundred files would spend its time collecting garbage, so a new one takes over.
  workerIdleMemoryLimit: '1GB',
};
