// Trees without branching. Which leaves of a tree a feature's value leaves open is a mask of bits; all features together
// leave one. Masks are looked up by the interval between thresholds that a value lies in, for several features at once,
// and two trees share a word.
import { type AskedFeature, featureGroups, intervalsOf, leafMasks, MAX_LEAVES } from './leaf-masks.ts';
import { LEAF } from './model-trees.ts';
import { remembered } from './remembered-answers.ts';
import type { Trees } from './target-trees.ts';

/** The sum of some trees for the row of features that begins at `values[at]`; NaN is missing. */
export type TreeSum = (values: Float32Array, at: number) => number;

/** Undefined when a tree has more leaves than half a word has bits. */
export function leafSum(trees: Trees): TreeSum | undefined {
  const leaves = trees.roots.map((root) => leavesBelow(trees, root));
  if (leaves.some((own) => own.length > MAX_LEAVES)) return undefined;
  const count = trees.roots.length;
  const words = (count + 1) >> 1;
  const leafValue = new Float32Array(words * 2 * MAX_LEAVES);
  for (const [tree, own] of leaves.entries()) {
    for (const [i, leaf] of own.entries()) leafValue[tree * MAX_LEAVES + i] = trees.value[leaf]!;
  }
  const groups = featureGroups(trees);
  const { masks, start } = leafMasks(trees, groups, words);
  const place = placesOf(groups);
  const rows = new Int32Array(groups.length);
  const at = new Int32Array(groups.length);

  const sumFor = remembered(
    groups.map((group) => group.reduce((product, feature) => product * intervalsOf(feature), 1)),
    (rows) => {
      for (let g = 0; g < at.length; g++) at[g] = start[g]! + rows[g]! * words;
      let sum = 0;
      for (let word = 0; word < words; word++) {
        let open = -1;
        for (let g = 0; g < at.length; g++) open &= masks[at[g]! + word]!;
        const first = word * 2 * MAX_LEAVES;
        sum = Math.fround(sum + leafValue[first + 31 - Math.clz32(open & 0xffff)]!);
        // Where the number of trees is odd, the last half word has no leaves and nothing to add.
        if (word * 2 + 1 < count)
          sum = Math.fround(sum + leafValue[first + 31 - Math.clz32(open >>> 16) + MAX_LEAVES]!);
      }
      return sum;
    },
  );
  return (values, from) => {
    place(values, from, rows);
    return sumFor(rows);
  };
}

function leavesBelow(trees: Trees, node: number): number[] {
  if (trees.feature[node] === LEAF) return [node];
  return [...leavesBelow(trees, trees.branch[node * 3]!), ...leavesBelow(trees, trees.branch[node * 3 + 1]!)];
}

/** Writes each group's row for the features that begin at `values[at]`. */
function placesOf(
  groups: readonly AskedFeature[][],
): (values: Float32Array, at: number, rows: Int32Array) => void {
  const features = groups.flat();
  const index = Int32Array.from(features, (feature) => feature.index);
  const groupOf = Int32Array.from(groups.flatMap((group, g) => group.map(() => g)));
  const step = Int32Array.from(groups.flatMap(stepsOf));
  const cutStart = new Int32Array(features.length + 1);
  for (const [i, { cuts }] of features.entries()) cutStart[i + 1] = cutStart[i]! + cuts.length;
  const cuts = Float64Array.from(features.flatMap((feature) => [...feature.cuts]));
  const placeOfWhole = Int32Array.from(features.flatMap((feature, i) => placesOfWhole(feature, step[i]!)));
  return (values, at, rows) => {
    for (let g = 0; g < rows.length; g++) rows[g] = 0;
    for (let i = 0; i < index.length; i++) {
      const x = values[at + index[i]!]!;
      const group = groupOf[i]!;
      const whole = x | 0;
      if (whole === x && whole >= 0 && whole < WHOLES) {
        rows[group] = rows[group]! + placeOfWhole[i * WHOLES + whole]!;
        continue;
      }
      const from = cutStart[i]!;
      const to = cutStart[i + 1]!;
      let low = from;
      let high = to;
      if (Number.isNaN(x)) low = to + 1;
      else {
        while (low < high) {
          const middle = (low + high) >>> 1;
          if (x <= cuts[middle]!) high = middle;
          else low = middle + 1;
        }
      }
      rows[group] = rows[group]! + (low - from) * step[i]!;
    }
  };
}

/** Most features are levels and counts: small whole numbers, whose place is looked up and not searched for. */
const WHOLES = 16;

function placesOfWhole({ cuts }: AskedFeature, step: number): number[] {
  const firstFrom = (x: number): number => {
    const place = [...cuts].findIndex((cut) => x <= cut);
    return place === -1 ? cuts.length : place;
  };
  return Array.from({ length: WHOLES }, (_, whole) => firstFrom(whole) * step);
}

/** How many rows of its group's table lie between two intervals of each feature. */
function stepsOf(group: readonly AskedFeature[]): number[] {
  let rows = 1;
  return group.map((feature) => {
    const step = rows;
    rows *= intervalsOf(feature);
    return step;
  });
}
