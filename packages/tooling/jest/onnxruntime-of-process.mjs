// What a test gets for `onnxruntime-node`: the runtime that the process has loaded (see node-environment.mjs).
export const { InferenceSession, Tensor } = globalThis.onnxruntimeOfProcess;
