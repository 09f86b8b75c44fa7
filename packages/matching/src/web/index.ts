// The engine's model in a browser or its worker: onnxruntime-web, files from the page's own origin, checked before use.
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { assertModelFits } from '../plans/model-fits-plan.ts';
import { inputWidthsOf } from '../plans/plan.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { onnxScorer } from '../score/onnx-scorer.ts';
import { openModel } from '../score/open-model.ts';
import type { ModelManifest, Scorer } from '../score/scorer.ts';

/** Where the current model is served. Written out so that a bundler sees both files and serves them with the app. */
const CURRENT_MODEL = {
  model: new URL('../../models/rewards-to-pos-1/model.onnx', import.meta.url),
  manifest: new URL('../../models/rewards-to-pos-1/manifest.json', import.meta.url),
};

/**
 * Loads the current model and the WebAssembly runtime; the bundler has put both beside the app.
 * Throws when a file cannot be fetched, the model's SHA-256 is not the manifest's, or it was trained for other features.
 */
export async function loadScorer(): Promise<Scorer> {
  const [model, manifest] = await Promise.all([
    fetchFile(CURRENT_MODEL.model).then((response) => response.arrayBuffer()),
    fetchFile(CURRENT_MODEL.manifest).then((response) => response.json() as Promise<ModelManifest>),
  ]);
  return scorerOf(new Uint8Array(model), manifest);
}

async function fetchFile(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`the model could not be loaded: ${url.pathname} answered ${response.status}`);
  return response;
}

/** A scorer over model bytes already in memory. Throws when the SHA-256 or the plan does not fit. */
export async function scorerOf(model: Uint8Array<ArrayBuffer>, manifest: ModelManifest): Promise<Scorer> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', model));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (sha256 !== manifest.sha256) throw new Error('the model is not the one its manifest describes');
  assertModelFits(manifest, rewardsToPos);
  // More threads would need shared memory, which browsers give to cross-origin isolated pages only.
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
  return onnxScorer(
    { run: (feeds, fetches) => session.run(feeds as InferenceSession.FeedsType, fetches) },
    manifest,
    (data, shape) => new Tensor('float32', data, shape),
    openModel(model, inputWidthsOf(rewardsToPos)),
  );
}
