import { jestConfig } from '@medspasync/tooling/jest/preset.mjs';

export default jestConfig({ environment: 'dom' });
