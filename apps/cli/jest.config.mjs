import { jestConfig } from '@medspasync/tooling/jest/preset.mjs';

// The command is tested as a process of its own, which takes longer to start on a busy machine.
export default jestConfig({ overrides: { testTimeout: 60_000 } });
