// What a model's trees answer, in plain JavaScript: to the bit what onnxruntime does on one thread, since it adds the same
// single-precision numbers in the same order. One row at a time and at once: no tensor, no promise.

import { leafSum, type TreeSum } from './leaf-sum.ts';
import { LEAF, type ModelTrees } from './model-trees.ts';
import { type Trees, treesOf } from './target-trees.ts';

export interface TreeEvaluator {
  /** Log-odds of each comparison for a row of its own features. */
  contributions: readonly TreeSum[];
  /** The most each comparison can contribute, whatever it measures. */
  mostOf: readonly number[];
  /** Log-odds of a row of rivals' features. */
  rivals: TreeSum;
}

/**
 * `widths` are the numbers of features of each comparison, in order. Undefined when a tree reads another comparison's, or
 * is larger than those this can evaluate.
 */
export function treeEvaluator(
  { comparisons, rivals }: ModelTrees,
  widths: readonly number[],
): TreeEvaluator | undefined {
  const contributions: TreeSum[] = [];
  const mostOf: number[] = [];
  let offset = 0;
  for (const [target, width] of widths.entries()) {
    const own = treesOf(comparisons, { target, offset, width });
    const sum = own && leafSum(own);
    if (sum === undefined) return undefined;
    contributions.push(sum);
    mostOf.push(mostOfTrees(own!));
    offset += width;
  }
  const ofRivals = treesOf(rivals, { target: 0, offset: 0, width: rivals.width });
  const sum = ofRivals && leafSum(ofRivals);
  return sum && { contributions, mostOf, rivals: sum };
}

function mostOfTrees(trees: Trees): number {
  let total = 0;
  // Rounded as the sum itself is, which can then never be larger.
  for (const root of trees.roots) total = Math.fround(total + mostBelow(trees, root));
  return total;
}

function mostBelow(trees: Trees, node: number): number {
  if (trees.feature[node] === LEAF) return trees.value[node]!;
  return Math.max(mostBelow(trees, trees.branch[node * 3]!), mostBelow(trees, trees.branch[node * 3 + 1]!));
}
