// The engine's model under Node: onnxruntime-node, files from disk, checked before use.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { assertModelFits } from '../plans/model-fits-plan.ts';
import { inputWidthsOf } from '../plans/plan.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { onnxScorer } from '../score/onnx-scorer.ts';
import { openModel } from '../score/open-model.ts';
import type { ModelManifest, Scorer } from '../score/scorer.ts';

/** The model in use; a new one gets a new directory beside it. */
const CURRENT_MODEL = 'rewards-to-pos-1';

/** Where the current model lies when the engine runs from its source. */
export const currentModelDirectory = (): string =>
  fileURLToPath(new URL(`../../models/${CURRENT_MODEL}`, import.meta.url));

/**
 * Loads `model.onnx` and `manifest.json` from `directory` (default: the current model of this package).
 * Throws when a file is missing, the model's SHA-256 is not the manifest's, or it was trained for other features.
 */
export async function loadScorer(
  options: { directory?: string; plan?: typeof rewardsToPos } = {},
): Promise<Scorer> {
  const directory = options.directory ?? currentModelDirectory();
  const [model, manifestText] = await Promise.all([
    readFile(join(directory, 'model.onnx')),
    readFile(join(directory, 'manifest.json'), 'utf8'),
  ]);
  const manifest = JSON.parse(manifestText) as ModelManifest;
  const sha256 = createHash('sha256').update(model).digest('hex');
  if (sha256 !== manifest.sha256) {
    throw new Error(`model.onnx in ${directory} is not the one its manifest describes (SHA-256 differs)`);
  }
  const plan = options.plan ?? rewardsToPos;
  assertModelFits(manifest, plan);
  return scorerOf(model, manifest, plan);
}

/** A scorer over model bytes already in memory, as training has them. */
export async function scorerOf(
  model: Uint8Array,
  manifest: ModelManifest,
  plan = rewardsToPos,
): Promise<Scorer> {
  // One thread: two were erratic, and jobs share the machine with requests.
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1 });
  return onnxScorer(
    { run: (feeds, fetches) => session.run(feeds as InferenceSession.FeedsType, fetches) },
    manifest,
    (data, shape) => new Tensor('float32', data, shape),
    openModel(model, inputWidthsOf(plan)),
  );
}
