// The engine's model under Node: onnxruntime-node, files from disk, checked before use.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertEncoderFits, assertModelFits } from '../plans/model-fits-plan.ts';
import { inputWidthsOf } from '../plans/plan.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { type OnnxSession, onnxScorer } from '../score/onnx-scorer.ts';
import { openModel } from '../score/open-model.ts';
import type { ModelManifest, Scorer, ServiceEncoder } from '../score/scorer.ts';
import { CURRENT_ENCODER, loadEncoder } from './encoder.ts';
import { readModelFiles } from './model-files.ts';

export { currentEncoderDirectory, loadEncoder, runtimeEncoderOf } from './encoder.ts';
export { readModelFiles } from './model-files.ts';
export { searchInThreads } from './search-in-threads.ts';
export { resultMakerOf, type SharedBasis, sharedBasis } from './shared-basis.ts';
export { startThread } from './start-thread.ts';

/** The model in use; a new one gets a new directory beside it. */
const CURRENT_MODEL = 'rewards-to-pos-1';

/** Where the current model lies when the engine runs from its source. */
export const currentModelDirectory = (): string =>
  fileURLToPath(new URL(`../../models/${CURRENT_MODEL}`, import.meta.url));

/** Where the service encoder lies that belongs to a model: in the directory beside it. */
export const encoderDirectoryBeside = (directory: string): string =>
  join(dirname(directory), CURRENT_ENCODER);

/**
 * Loads `model.onnx` and `manifest.json` from `directory` (default: the current model of this package), and the service encoder
 * from `encoderDirectory` (default: beside it). Throws when a file is missing, a SHA-256 is not its manifest's, or the model was trained for other
 * features or with another encoder.
 */
export async function loadScorer(
  options: { directory?: string; encoderDirectory?: string; plan?: typeof rewardsToPos } = {},
): Promise<Scorer> {
  const directory = options.directory ?? currentModelDirectory();
  const [{ model, manifest }, encoder] = await Promise.all([
    readModelFiles<ModelManifest>(directory),
    loadEncoder(options.encoderDirectory ?? encoderDirectoryBeside(directory)),
  ]);
  return scorerOf(model, manifest, encoder, options.plan);
}

/** A scorer over model bytes already in memory, as training has them. Throws when plan or encoder do not fit the model. */
export async function scorerOf(
  model: Uint8Array,
  manifest: ModelManifest,
  encoder: ServiceEncoder,
  plan = rewardsToPos,
): Promise<Scorer> {
  assertModelFits(manifest, plan);
  assertEncoderFits(manifest, encoder.manifest);
  return onnxScorer(
    runtimeSession(model),
    manifest,
    (data, shape): Rows => ({ data, shape }),
    encoder,
    openModel(model, inputWidthsOf(plan)),
  );
}

interface Rows {
  data: Float32Array;
  shape: readonly [number, number];
}

/** Loads onnxruntime when it is first asked: a job whose trees are read here never does, and starts that much sooner. */
function runtimeSession(model: Uint8Array): OnnxSession {
  let opening: Promise<(feeds: Record<string, Rows>, fetches: string[]) => ReturnType<OnnxSession['run']>>;
  const open = async () => {
    const { InferenceSession, Tensor } = await import('onnxruntime-node');
    // One thread: two were erratic, and jobs share the machine with requests.
    const session = await InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
    return (feeds: Record<string, Rows>, fetches: string[]) => {
      const tensors = Object.entries(feeds).map(([name, { data, shape }]) => [
        name,
        new Tensor('float32', data, shape),
      ]);
      return session.run(Object.fromEntries(tensors), fetches);
    };
  };
  return {
    run: async (feeds, fetches) => {
      opening ??= open();
      return (await opening)(feeds as Record<string, Rows>, fetches);
    },
  };
}
