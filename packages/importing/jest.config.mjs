import { jestConfig } from '@medspasync/tooling/jest/preset.mjs';

// Some tests read 200,000 rows or a megabyte in one cell, which takes longer on a busy machine.
export default jestConfig({ overrides: { testTimeout: 60_000 } });
