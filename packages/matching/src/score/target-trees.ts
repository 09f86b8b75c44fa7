// The trees of a model that add to one target, and read nothing but its own features.
import { LEAF, type TreeEnsemble } from './model-trees.ts';

/** Trees that add to one target. */
export interface Trees {
  width: number;
  roots: readonly number[];
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

/** Undefined when a tree of the target reads other features, or adds to another target too. Nodes are numbered anew. */
export function treesOf(ensemble: TreeEnsemble, slice: Slice): Trees | undefined {
  const { feature, threshold, weight, branch } = ensemble;
  const own = rangesOf(ensemble, slice.target);
  const count = own.reduce((nodes, { from, to }) => nodes + to - from, 0);
  const trees = {
    width: slice.width,
    roots: [] as number[],
    feature: new Int32Array(count),
    value: new Float32Array(count),
    branch: new Int32Array(count * 3),
  };
  let at = 0;
  for (const { from, to } of own) {
    const moved = at - from;
    trees.roots.push(at);
    for (let node = from; node < to; node++, at++) {
      if (!isWithin(ensemble, node, slice)) return undefined;
      const isLeaf = feature[node] === LEAF;
      trees.feature[at] = isLeaf ? LEAF : feature[node]! - slice.offset;
      trees.value[at] = isLeaf ? weight[node]! : threshold[node]!;
      for (let way = 0; way < 3; way++) trees.branch[at * 3 + way] = branch[node * 3 + way]! + moved;
    }
  }
  return trees;
}

/** The nodes of each tree that adds to `target`. */
function rangesOf(
  { roots, feature, target: targetOf }: TreeEnsemble,
  target: number,
): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (let tree = 0; tree < roots.length; tree++) {
    const from = roots[tree]!;
    if (targetOf[feature.indexOf(LEAF, from)] === target)
      ranges.push({ from, to: roots[tree + 1] ?? feature.length });
  }
  return ranges;
}

function isWithin({ feature, target }: TreeEnsemble, node: number, slice: Slice): boolean {
  const asked = feature[node]!;
  if (asked === LEAF) return target[node] === slice.target;
  return asked >= slice.offset && asked < slice.offset + slice.width;
}
