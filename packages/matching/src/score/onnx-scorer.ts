// A Scorer over any ONNX runtime: the same few lines in Node and in a browser, given its session and tensor.
import type { OpenedModel } from './open-model.ts';
import type { ModelManifest, Scorer, ServiceEncoder } from './scorer.ts';

/** What is used of an onnxruntime session. */
export interface OnnxSession {
  run(feeds: Record<string, unknown>, fetches: string[]): Promise<Record<string, { data: unknown }>>;
}

/** Makes a float tensor of the runtime at hand. */
export type MakeTensor = (data: Float32Array, shape: readonly [number, number]) => unknown;

/** The model has two independent halves and a session wants both inputs: the half not asked gets one missing row. */
export function onnxScorer(
  session: OnnxSession,
  manifest: ModelManifest,
  makeTensor: MakeTensor,
  encoder: ServiceEncoder,
  opened?: OpenedModel,
): Scorer {
  const missing = (width: number) => makeTensor(new Float32Array(width).fill(Number.NaN), [1, width]);
  const noFeatures = missing(manifest.features.length);
  const noRivals = missing(manifest.rivalFeatures.length);
  const run = async (feeds: Record<string, unknown>, output: string): Promise<Float32Array> => {
    const answer = await session.run(feeds, [output]);
    return answer[output]!.data as Float32Array;
  };
  return {
    manifest,
    encoder,
    ...opened,
    contributions: (features, rows) =>
      rows === 0
        ? Promise.resolve(new Float32Array(0))
        : run(
            { features: makeTensor(features, [rows, manifest.features.length]), rival_features: noRivals },
            'contributions',
          ),
    rivals: (features, rows) =>
      rows === 0
        ? Promise.resolve(new Float32Array(0))
        : run(
            {
              features: noFeatures,
              rival_features: makeTensor(features, [rows, manifest.rivalFeatures.length]),
            },
            'rival_contribution',
          ),
  };
}
