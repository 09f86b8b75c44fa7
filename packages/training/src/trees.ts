// The model as data: small trees, each over the features of one comparison, and the evaluator that says what they mean.
// The exported ONNX model must equal this evaluator; a test proves it.

/** Nodes in order of creation, the root first. A leaf has `feature` -1. */
export interface Tree {
  /** Index of the output it adds to: the comparison, in plan order. */
  group: number;
  feature: number[];
  /** Single-precision, since the runtime compares in single precision: `x <= threshold` goes left. */
  threshold: number[];
  left: number[];
  right: number[];
  /** Where a missing value goes. */
  missingLeft: boolean[];
  value: number[];
}

/** base + Σ over trees; `groups` outputs per row. */
export interface TreeModel {
  baseLogOdds: number;
  groups: number;
  features: number;
  trees: Tree[];
}

export const LEAF = -1;

/** The leaf value a row of features ends in. */
export function leafValue(tree: Tree, features: Float32Array, at: number): number {
  let node = 0;
  while (tree.feature[node] !== LEAF) {
    const x = features[at + tree.feature[node]!]!;
    const goesLeft = Number.isNaN(x) ? tree.missingLeft[node]! : x <= tree.threshold[node]!;
    node = goesLeft ? tree.left[node]! : tree.right[node]!;
  }
  return tree.value[node]!;
}

/** rows × groups contributions, as the exported model answers them. */
export function contributionsOf(model: TreeModel, features: Float32Array, rows: number): Float64Array {
  const out = new Float64Array(rows * model.groups);
  for (const tree of model.trees) {
    for (let row = 0; row < rows; row++) {
      const at = row * model.groups + tree.group;
      out[at] = out[at]! + leafValue(tree, features, row * model.features);
    }
  }
  return out;
}

/** Log-odds per row. */
export function logOddsOf(model: TreeModel, features: Float32Array, rows: number): Float64Array {
  const contributions = contributionsOf(model, features, rows);
  const out = new Float64Array(rows).fill(model.baseLogOdds);
  for (let row = 0; row < rows; row++) {
    for (let g = 0; g < model.groups; g++) out[row] = out[row]! + contributions[row * model.groups + g]!;
  }
  return out;
}
