// All fast tests in one run: every workspace that has a Jest configuration, and the scripts.
export default {
  projects: [
    '<rootDir>/packages/*/jest.config.mjs',
    '<rootDir>/apps/*/jest.config.mjs',
    '<rootDir>/scripts/jest.config.mjs',
  ],
};
