// The engine's model in a browser or its worker: onnxruntime-web, files from the page's own origin, checked before use.
import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import { onnxEncoder } from '../meaning/service-encoder.ts';
import { assertEncoderFits, assertModelFits } from '../plans/model-fits-plan.ts';
import { inputWidthsOf } from '../plans/plan.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { type OnnxSession, onnxScorer } from '../score/onnx-scorer.ts';
import { openModel } from '../score/open-model.ts';
import type { EncoderManifest, ModelManifest, Scorer } from '../score/scorer.ts';

/** Where the current models are served. Written out so that a bundler sees the files and serves them with the app. */
const CURRENT_MODEL = {
  model: new URL('../../models/rewards-to-pos-1/model.onnx', import.meta.url),
  manifest: new URL('../../models/rewards-to-pos-1/manifest.json', import.meta.url),
};
const CURRENT_ENCODER = {
  model: new URL('../../models/service-encoder-1/model.onnx', import.meta.url),
  manifest: new URL('../../models/service-encoder-1/manifest.json', import.meta.url),
};

interface ModelFiles<Manifest> {
  model: Uint8Array<ArrayBuffer>;
  manifest: Manifest;
}

/**
 * Loads the current model, its service encoder and the WebAssembly runtime; the bundler has put all beside the app.
 * Throws when a file cannot be fetched, a SHA-256 is not its manifest's, or the model was trained for other features.
 */
export async function loadScorer(): Promise<Scorer> {
  const [scorer, encoder] = await Promise.all([
    fetchModel<ModelManifest>(CURRENT_MODEL),
    fetchModel<EncoderManifest>(CURRENT_ENCODER),
  ]);
  return scorerOf(scorer, encoder);
}

async function fetchModel<Manifest>(place: { model: URL; manifest: URL }): Promise<ModelFiles<Manifest>> {
  const [model, manifest] = await Promise.all([
    fetchFile(place.model).then((response) => response.arrayBuffer()),
    fetchFile(place.manifest).then((response) => response.json() as Promise<Manifest>),
  ]);
  return { model: new Uint8Array(model), manifest };
}

async function fetchFile(url: URL): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`the model could not be loaded: ${url.pathname} answered ${response.status}`);
  return response;
}

/** A scorer over files already in memory. Throws when a SHA-256, the plan or the encoder does not fit. */
async function scorerOf(
  { model, manifest }: ModelFiles<ModelManifest>,
  encoderFiles: ModelFiles<EncoderManifest>,
): Promise<Scorer> {
  assertModelFits(manifest, rewardsToPos);
  assertEncoderFits(manifest, encoderFiles.manifest);
  const encoderSession = await sessionOf(encoderFiles);
  const encoder = await onnxEncoder(
    encoderSession,
    encoderFiles.manifest,
    (data, shape) => new Tensor('int32', data, shape),
  );
  return onnxScorer(
    await sessionOf({ model, manifest }),
    manifest,
    (data, shape) => new Tensor('float32', data, shape),
    encoder,
    openModel(model, inputWidthsOf(rewardsToPos)),
  );
}

async function sessionOf({ model, manifest }: ModelFiles<{ sha256: string }>): Promise<OnnxSession> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', model));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (sha256 !== manifest.sha256) throw new Error('the model is not the one its manifest describes');
  // More threads would need shared memory, which browsers give to cross-origin isolated pages only.
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(model, { executionProviders: ['wasm'] });
  return { run: (feeds, fetches) => session.run(feeds as InferenceSession.FeedsType, fetches) };
}
