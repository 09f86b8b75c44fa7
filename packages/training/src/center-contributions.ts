// Where a comparison's zero lies. Missing must say nothing: a comparison that was ever missing in training contributes
// exactly zero then. One that never was contributes zero on average. The difference moves to the base; sums stay.
import type { LabelledPairs } from './boost.ts';
import { contributionsOf, LEAF, type TreeModel } from './trees.ts';

export function centerContributions(model: TreeModel, pairs: LabelledPairs): TreeModel {
  const atMissing = contributionsOf(model, new Float32Array(model.features).fill(Number.NaN), 1);
  const { mean, missingRows } = describeGroups(model, pairs);
  let { baseLogOdds } = model;
  const centered = new Set<number>();
  const trees = model.trees.map((tree) => {
    if (centered.has(tree.group)) return tree;
    centered.add(tree.group);
    const center = missingRows[tree.group]! > 0 ? atMissing[tree.group]! : mean[tree.group]!;
    baseLogOdds += center;
    return {
      ...tree,
      value: tree.value.map((value, node) => (tree.feature[node] === LEAF ? value - center : 0)),
    };
  });
  return { ...model, baseLogOdds, trees };
}

function describeGroups(
  model: TreeModel,
  pairs: LabelledPairs,
): { mean: Float64Array; missingRows: Float64Array } {
  const contributions = contributionsOf(model, pairs.features, pairs.rows);
  const mean = new Float64Array(model.groups);
  const missing = new Float64Array(model.groups);
  const featuresOf = groupFeatures(model);
  for (let row = 0; row < pairs.rows; row++) {
    for (let g = 0; g < model.groups; g++) {
      mean[g] = mean[g]! + contributions[row * model.groups + g]! / pairs.rows;
      const isMissing = featuresOf[g]!.every((f) => Number.isNaN(pairs.features[row * pairs.width + f]!));
      if (isMissing) missing[g] = missing[g]! + 1;
    }
  }
  return { mean, missingRows: missing };
}

/** Features each group's trees look at. */
function groupFeatures(model: TreeModel): number[][] {
  const seen = Array.from({ length: model.groups }, () => new Set<number>());
  for (const tree of model.trees) {
    for (const feature of tree.feature) if (feature !== LEAF) seen[tree.group]!.add(feature);
  }
  return seen.map((set) => [...set]);
}
