// The service encoder under Node.
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { onnxEncoder } from '../meaning/service-encoder.ts';
import type { EncoderManifest, ServiceEncoder } from '../score/scorer.ts';
import { readModelFiles } from './model-files.ts';

/** The encoder in use; a new one gets a new directory beside it. */
export const CURRENT_ENCODER = 'service-encoder-1';

/** Where the current service encoder lies when the engine runs from its source. */
export const currentEncoderDirectory = (): string =>
  fileURLToPath(new URL(`../../models/${CURRENT_ENCODER}`, import.meta.url));

/** Throws when a file is missing or the model is not the one its manifest describes. */
export async function loadEncoder(directory = currentEncoderDirectory()): Promise<ServiceEncoder> {
  const { model, manifest } = await readModelFiles<EncoderManifest>(directory);
  return encoderOf(model, manifest);
}

/** An encoder over model bytes already in memory, as training has them. */
export async function encoderOf(model: Uint8Array, manifest: EncoderManifest): Promise<ServiceEncoder> {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  return onnxEncoder(
    { run: (feeds, fetches) => session.run(feeds as InferenceSession.FeedsType, fetches) },
    manifest,
    (data, shape) => new Tensor('int32', data, shape),
  );
}
