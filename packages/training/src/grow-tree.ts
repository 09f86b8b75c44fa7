// One boosting step: a small tree on gradients, over the features of one comparison, respecting known directions.
import { type BinnedFeature, MISSING_BIN } from './bin-features.ts';
import { LEAF, type Tree } from './trees.ts';

export interface GrowthLimits {
  maxDepth: number;
  /** Second-order mass a leaf needs: about four times its rows when the model is undecided, more when it is sure. */
  minHessian: number;
  /** L2 penalty on leaf values. */
  lambda: number;
  learningRate: number;
}

export interface SplittableFeature extends BinnedFeature {
  index: number;
  direction: 1 | -1 | 0;
}

interface Split {
  gain: number;
  feature: SplittableFeature;
  bin: number;
  missingLeft: boolean;
  left: number;
  right: number;
}

interface Node {
  rows: Int32Array;
  depth: number;
  histograms: Histograms;
  /** Leaf values must stay within these bounds, so that a direction holds across the whole tree. */
  low: number;
  high: number;
}

const HISTOGRAM_SIZE = 256;
/** Sums smaller than this are left over from subtracting, not from rows. */
const ROUNDING = 1e-9;

/** Sums per feature and bin: feature f's bin b stands at `f * HISTOGRAM_SIZE + b`. */
interface Histograms {
  gradient: Float64Array;
  hessian: Float64Array;
}

export class TreeGrower {
  constructor(
    private readonly features: readonly SplittableFeature[],
    private readonly limits: GrowthLimits,
  ) {}

  /** Grows a tree on all rows and adds its values to `scores`. */
  grow(group: number, gradients: Float64Array, hessians: Float64Array, scores: Float64Array): Tree {
    const tree: Tree = { group, feature: [], threshold: [], left: [], right: [], missingLeft: [], value: [] };
    const all = Int32Array.from({ length: gradients.length }, (_, i) => i);
    const root: Node = {
      rows: all,
      depth: 0,
      histograms: this.histogramsOf(all, gradients, hessians),
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
    };
    this.growNode(tree, root, gradients, hessians, scores);
    return tree;
  }

  private growNode(
    tree: Tree,
    node: Node,
    gradients: Float64Array,
    hessians: Float64Array,
    scores: Float64Array,
  ): number {
    const at = addLeaf(tree);
    let g = 0;
    let h = 0;
    for (const row of node.rows) {
      g += gradients[row]!;
      h += hessians[row]!;
    }
    const split = node.depth < this.limits.maxDepth ? this.bestSplit(node, g, h) : null;
    if (split === null) {
      const value = this.clampedValue(g, h, node) * this.limits.learningRate;
      tree.value[at] = value;
      for (const row of node.rows) scores[row] = scores[row]! + value;
      return at;
    }
    const { left, right } = partition(node.rows, split);
    const middle = (split.left + split.right) / 2;
    const { direction } = split.feature;
    const depth = node.depth + 1;
    tree.feature[at] = split.feature.index;
    tree.threshold[at] = split.feature.cuts[split.bin]!;
    tree.missingLeft[at] = split.missingLeft;
    const [leftHistograms, rightHistograms] =
      depth < this.limits.maxDepth
        ? this.childHistograms(node.histograms, left, right, gradients, hessians)
        : [node.histograms, node.histograms];
    const leftNode = { rows: left, depth, histograms: leftHistograms, low: node.low, high: node.high };
    const rightNode = { rows: right, depth, histograms: rightHistograms, low: node.low, high: node.high };
    if (direction === 1) {
      leftNode.high = middle;
      rightNode.low = middle;
    } else if (direction === -1) {
      leftNode.low = middle;
      rightNode.high = middle;
    }
    tree.left[at] = this.growNode(tree, leftNode, gradients, hessians, scores);
    tree.right[at] = this.growNode(tree, rightNode, gradients, hessians, scores);
    return at;
  }

  private clampedValue(g: number, h: number, bounds: { low: number; high: number }): number {
    return Math.min(bounds.high, Math.max(bounds.low, -g / (h + this.limits.lambda)));
  }

  private bestSplit(node: Node, g: number, h: number): Split | null {
    let best: Split | null = null;
    const parent = this.gainOf(g, h, this.clampedValue(g, h, node));
    const { gradient, hessian } = node.histograms;
    for (const [f, feature] of this.features.entries()) {
      const at = f * HISTOGRAM_SIZE;
      const missingG = gradient[at + MISSING_BIN]!;
      const missingH = hessian[at + MISSING_BIN]!;
      let sumG = 0;
      let sumH = 0;
      for (let bin = 0; bin < feature.cuts.length; bin++) {
        sumG += gradient[at + bin]!;
        sumH += hessian[at + bin]!;
        for (let missingLeft = 0; missingLeft < (missingH > ROUNDING ? 2 : 1); missingLeft++) {
          const leftG = sumG + (missingLeft ? missingG : 0);
          const leftH = sumH + (missingLeft ? missingH : 0);
          const rightG = g - leftG;
          const rightH = h - leftH;
          if (leftH < this.limits.minHessian || rightH < this.limits.minHessian) continue;
          const left = this.clampedValue(leftG, leftH, node);
          const right = this.clampedValue(rightG, rightH, node);
          if (feature.direction * (right - left) < 0) continue;
          const gain = this.gainOf(leftG, leftH, left) + this.gainOf(rightG, rightH, right) - parent;
          if (gain > (best?.gain ?? 1e-6)) {
            best = { gain, feature, bin, missingLeft: missingLeft === 1, left, right };
          }
        }
      }
    }
    return best;
  }

  /** How much a leaf of value `value` lowers the loss, to second order. */
  private gainOf(g: number, h: number, value: number): number {
    return -(g * value + 0.5 * (h + this.limits.lambda) * value * value);
  }

  /** The fewer rows are counted, and the other child is what remains of its parent. */
  private childHistograms(
    parent: Histograms,
    left: Int32Array,
    right: Int32Array,
    gradients: Float64Array,
    hessians: Float64Array,
  ): [left: Histograms, right: Histograms] {
    const isLeftFewer = left.length <= right.length;
    const fewer = this.histogramsOf(isLeftFewer ? left : right, gradients, hessians);
    const more = {
      gradient: parent.gradient.map((sum, i) => sum - fewer.gradient[i]!),
      // Rounding must not turn a sum of nothing into less than nothing.
      hessian: parent.hessian.map((sum, i) => Math.max(0, sum - fewer.hessian[i]!)),
    };
    return isLeftFewer ? [fewer, more] : [more, fewer];
  }

  private histogramsOf(rows: Int32Array, gradients: Float64Array, hessians: Float64Array): Histograms {
    const gradient = new Float64Array(this.features.length * HISTOGRAM_SIZE);
    const hessian = new Float64Array(this.features.length * HISTOGRAM_SIZE);
    for (const [f, { bins }] of this.features.entries()) {
      const at = f * HISTOGRAM_SIZE;
      for (const row of rows) {
        const slot = at + bins[row]!;
        gradient[slot] = gradient[slot]! + gradients[row]!;
        hessian[slot] = hessian[slot]! + hessians[row]!;
      }
    }
    return { gradient, hessian };
  }
}

function addLeaf(tree: Tree): number {
  tree.feature.push(LEAF);
  tree.threshold.push(0);
  tree.left.push(LEAF);
  tree.right.push(LEAF);
  tree.missingLeft.push(false);
  tree.value.push(0);
  return tree.feature.length - 1;
}

function partition(rows: Int32Array, split: Split): { left: Int32Array; right: Int32Array } {
  const left = new Int32Array(rows.length);
  const right = new Int32Array(rows.length);
  let leftCount = 0;
  let rightCount = 0;
  const { bins } = split.feature;
  for (const row of rows) {
    const bin = bins[row]!;
    const goesLeft = bin === MISSING_BIN ? split.missingLeft : bin <= split.bin;
    if (goesLeft) left[leftCount++] = row;
    else right[rightCount++] = row;
  }
  return { left: left.subarray(0, leftCount), right: right.subarray(0, rightCount) };
}
