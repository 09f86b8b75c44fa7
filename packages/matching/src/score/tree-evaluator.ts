// What a model's trees answer, in plain JavaScript: to the bit what onnxruntime does on one thread, since it adds the same
// single-precision numbers in the same order. One row at a time and at once: no tensor, no promise.
import { LEAF, type ModelTrees, type TreeEnsemble } from './model-trees.ts';

/** The sum of some trees for the row of features that begins at `values[at]`; NaN is missing. */
export type TreeSum = (values: Float32Array, at: number) => number;

export interface TreeEvaluator {
  /** Log-odds of each comparison for a row of its own features. */
  contributions: readonly TreeSum[];
  /** The most each comparison can contribute, whatever it measures. */
  mostOf: readonly number[];
  /** Log-odds of a row of rivals' features. */
  rivals: TreeSum;
}

/** `widths` are the numbers of features of each comparison, in order. Undefined when a tree reads another comparison's. */
export function treeEvaluator(
  { comparisons, rivals }: ModelTrees,
  widths: readonly number[],
): TreeEvaluator | undefined {
  let offset = 0;
  const trees: Trees[] = [];
  for (const [target, width] of widths.entries()) {
    const own = treesOf(comparisons, { target, offset, width });
    if (own === undefined) return undefined;
    trees.push(own);
    offset += width;
  }
  const ofRivals = treesOf(rivals, { target: 0, offset: 0, width: rivals.width });
  if (ofRivals === undefined) return undefined;
  return {
    contributions: trees.map(sumOf),
    mostOf: trees.map(mostOf),
    rivals: sumOf(ofRivals),
  };
}

/** Trees that add to one target, side by side, so that all of them stay in the nearest cache. */
interface Trees {
  roots: Int32Array;
  /** The feature a node asks for, counted from the comparison's first, or LEAF. */
  feature: Int32Array;
  /** The threshold of a node, the answer of a leaf. */
  value: Float32Array;
  /** Three branches of each node: at most the threshold, above it, missing. */
  branch: Int32Array;
}

/** The features and the target of one comparison. */
interface Slice {
  target: number;
  offset: number;
  width: number;
}

function treesOf(ensemble: TreeEnsemble, slice: Slice): Trees | undefined {
  const roots: number[] = [];
  const nodes: number[] = [];
  for (const [tree, root] of ensemble.roots.entries()) {
    const end = ensemble.roots[tree + 1] ?? ensemble.feature.length;
    if (ensemble.target[ensemble.feature.indexOf(LEAF, root)] !== slice.target) continue;
    roots.push(nodes.length);
    for (let node = root; node < end; node++) {
      if (!isWithin(ensemble, node, slice)) return undefined;
      nodes.push(node);
    }
  }
  return laidOut(ensemble, roots, nodes, slice.offset);
}

function isWithin({ feature, target }: TreeEnsemble, node: number, slice: Slice): boolean {
  const asked = feature[node]!;
  if (asked === LEAF) return target[node] === slice.target;
  return asked >= slice.offset && asked < slice.offset + slice.width;
}

/** `nodes` are those of the trees that begin at `roots`, counted anew. */
function laidOut(ensemble: TreeEnsemble, roots: number[], nodes: number[], offset: number): Trees {
  const placeOf = new Int32Array(ensemble.feature.length);
  for (const [place, node] of nodes.entries()) placeOf[node] = place;
  const trees = {
    roots: Int32Array.from(roots),
    feature: new Int32Array(nodes.length),
    value: new Float32Array(nodes.length),
    branch: new Int32Array(nodes.length * 3),
  };
  for (const [place, node] of nodes.entries()) {
    const asked = ensemble.feature[node]!;
    trees.feature[place] = asked === LEAF ? LEAF : asked - offset;
    trees.value[place] = asked === LEAF ? ensemble.weight[node]! : ensemble.threshold[node]!;
    for (let b = 0; b < 3; b++) trees.branch[place * 3 + b] = placeOf[ensemble.branch[node * 3 + b]!]!;
  }
  return trees;
}

function sumOf({ roots, feature, value, branch }: Trees): TreeSum {
  return (values, at) => {
    let sum = 0;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree]!;
      for (let asked = feature[node]!; asked !== LEAF; asked = feature[node]!) {
        const x = values[at + asked]!;
        const split = value[node]!;
        // What is neither is missing.
        node = branch[node * 3 + (x <= split ? 0 : x > split ? 1 : 2)]!;
      }
      sum = Math.fround(sum + value[node]!);
    }
    return sum;
  };
}

function mostOf({ roots, feature, value }: Trees): number {
  let total = 0;
  for (const [tree, root] of roots.entries()) {
    const end = roots[tree + 1] ?? feature.length;
    let most = Number.NEGATIVE_INFINITY;
    for (let node = root; node < end; node++) if (feature[node] === LEAF) most = Math.max(most, value[node]!);
    // Rounded as the sum itself is, which can then never be larger.
    total = Math.fround(total + most);
  }
  return total;
}
