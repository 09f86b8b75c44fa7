// The thresholds of a model's trees. A tree asks nothing but whether a value is at most a threshold: values between the
// same neighbours take the same way through every tree, and need to be asked only once.
import { LEAF, type ModelTrees, type TreeEnsemble } from './model-trees.ts';

/** By model input, the ascending thresholds that any tree compares it with. */
export interface ModelCuts {
  features: readonly Float32Array[];
  rivals: readonly Float32Array[];
}

export const cutsOfModel = ({ comparisons, rivals }: ModelTrees): ModelCuts => ({
  features: cutsOf(comparisons),
  rivals: cutsOf(rivals),
});

function cutsOf({ width, feature, threshold }: TreeEnsemble): Float32Array[] {
  const cuts = Array.from({ length: width }, () => new Set<number>());
  for (let node = 0; node < feature.length; node++) {
    if (feature[node] !== LEAF) cuts[feature[node]!]!.add(threshold[node]!);
  }
  return cuts.map((set) => Float32Array.from(set).sort());
}
