// The engine's model in a browser: onnxruntime-web over bytes the page fetched from its own origin.
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { assertModelFits } from '../plans/model-fits-plan.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { onnxScorer } from '../score/onnx-scorer.ts';
import type { ModelManifest, Scorer } from '../score/scorer.ts';

/** Makes a scorer from the two files of a model. Throws when the SHA-256 or the plan does not fit. */
export async function scorerOf(model: Uint8Array<ArrayBuffer>, manifest: ModelManifest): Promise<Scorer> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', model));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (sha256 !== manifest.sha256) throw new Error('the model is not the one its manifest describes');
  assertModelFits(manifest, rewardsToPos);
  const session = await InferenceSession.create(model);
  return onnxScorer(
    { run: (feeds, fetches) => session.run(feeds as InferenceSession.FeedsType, fetches) },
    manifest,
    (data, shape) => new Tensor('float32', data, shape),
  );
}
