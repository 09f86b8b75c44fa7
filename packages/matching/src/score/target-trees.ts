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

/** Undefined when a tree of the target reads other features, or adds to another target too. */
export function treesOf(ensemble: TreeEnsemble, slice: Slice): Trees | undefined {
  const { roots: all, feature, target, threshold, weight, branch } = ensemble;
  const roots = [...all].filter((root) => target[feature.indexOf(LEAF, root)] === slice.target);
  for (const root of roots) {
    const end = all[all.indexOf(root) + 1] ?? feature.length;
    for (let node = root; node < end; node++) if (!isWithin(ensemble, node, slice)) return undefined;
  }
  return {
    width: slice.width,
    roots,
    feature: feature.map((asked) => (asked === LEAF ? LEAF : asked - slice.offset)),
    value: threshold.map((split, node) => (feature[node] === LEAF ? weight[node]! : split)),
    branch,
  };
}

function isWithin({ feature, target }: TreeEnsemble, node: number, slice: Slice): boolean {
  const asked = feature[node]!;
  if (asked === LEAF) return target[node] === slice.target;
  return asked >= slice.offset && asked < slice.offset + slice.width;
}
