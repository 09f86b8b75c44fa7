// The service encoder under Node.
import { fileURLToPath } from 'node:url';
import type { Tensor } from 'onnxruntime-node';
import { readEncoderTable } from '../meaning/encoder-table.ts';
import { onnxEncoder, tableEncoder } from '../meaning/service-encoder.ts';
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

/** An encoder over model bytes already in memory, as training has them; onnxruntime is loaded only for what needs it. */
async function encoderOf(model: Uint8Array, manifest: EncoderManifest): Promise<ServiceEncoder> {
  const table = readEncoderTable(model, manifest);
  return table ? tableEncoder(table, manifest) : runtimeEncoderOf(model, manifest);
}

/** The same, run by onnxruntime whatever the model is made of. */
export async function runtimeEncoderOf(
  model: Uint8Array,
  manifest: EncoderManifest,
): Promise<ServiceEncoder> {
  const runtime = await import('onnxruntime-node');
  const session = await runtime.InferenceSession.create(model, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
  });
  return onnxEncoder(
    { run: (feeds, fetches) => session.run(feeds as Record<string, Tensor>, fetches) },
    manifest,
    (data, shape) => new runtime.Tensor('int32', data, shape),
  );
}
