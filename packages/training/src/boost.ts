// Histogram gradient boosting of the logistic loss, in turns: each round grows one tree per group, so that a score
// stays a sum of one contribution per comparison.
import { binFeature } from './bin-features.ts';
import { type GrowthLimits, TreeGrower } from './grow-tree.ts';
import type { TreeModel } from './trees.ts';

/** Labelled rows: a row-major feature matrix and 0 or 1 per row. */
export interface LabelledPairs {
  rows: number;
  width: number;
  features: Float32Array;
  labels: Uint8Array;
}

/** Which features the trees of one group may see. */
export interface FeatureGroup {
  name: string;
  features: { index: number; direction: 1 | -1 | 0 }[];
}

export interface BoostingOptions extends GrowthLimits {
  rounds: number;
  /** Log-odds to start each row from; the rows' share of positives when absent. */
  offset?: Float64Array;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Trains an additive model. Deterministic: same pairs and options, same trees. */
export function boost(
  pairs: LabelledPairs,
  groups: readonly FeatureGroup[],
  options: BoostingOptions,
): TreeModel {
  const positives = pairs.labels.reduce((sum, label) => sum + label, 0);
  if (positives === 0 || positives === pairs.rows) {
    throw new RangeError('training needs both matching and non-matching pairs');
  }
  const baseLogOdds = options.offset ? 0 : Math.log(positives / (pairs.rows - positives));
  const scores = options.offset?.slice() ?? new Float64Array(pairs.rows).fill(baseLogOdds);
  const growers = groups.map((group) => {
    const binned = group.features.map((feature) => ({
      ...feature,
      ...binFeature(pairs.features, pairs.width, feature.index, pairs.rows),
    }));
    return new TreeGrower(binned, options);
  });
  const gradients = new Float64Array(pairs.rows);
  const hessians = new Float64Array(pairs.rows);
  const trees = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const [g, grower] of growers.entries()) {
      for (let row = 0; row < pairs.rows; row++) {
        const p = sigmoid(scores[row]!);
        gradients[row] = p - pairs.labels[row]!;
        hessians[row] = p * (1 - p);
      }
      trees.push(grower.grow(g, gradients, hessians, scores));
    }
  }
  return { baseLogOdds, groups: groups.length, features: pairs.width, trees };
}
