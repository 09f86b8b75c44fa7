// Node for tests. Jest gives each file its own globals, but native code (onnxruntime) hands back and accepts only the
// process's own Float32Array: an array of the test's realm would be refused.
import { TestEnvironment } from 'jest-environment-node';

export default class NodeEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global.Float32Array = Float32Array;
  }
}
