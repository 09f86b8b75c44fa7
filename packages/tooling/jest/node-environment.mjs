// Node for tests, with what belongs to the process rather than to a test file. Jest gives each file its own globals and
// loads each module anew, but a native runtime must be loaded once: loaded again for every file, onnxruntime aborts the
// process now and then when a file's world is torn down. It also accepts only the process's own Float32Array and Int32Array.
import { createRequire } from 'node:module';
import { TestEnvironment } from 'jest-environment-node';

const require = createRequire(import.meta.url);

export default class NodeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.Float32Array = Float32Array;
    this.global.Int32Array = Int32Array;
    Object.defineProperty(this.global, 'onnxruntimeOfProcess', { get: () => require('onnxruntime-node') });
  }
}
