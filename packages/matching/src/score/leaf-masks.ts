// Which leaves of each tree a feature's value leaves open, as masks of bits, by the interval between thresholds it lies in.
import { LEAF } from './model-trees.ts';
import type { Trees } from './target-trees.ts';

/** Half a word for each tree: two share one. */
export const MAX_LEAVES = 16;
/** Features share a table of masks as long as it has no more rows than this, to stay in the processor's nearer caches. */
const MAX_ROWS = 512;

/** A feature that some tree asks for. */
export interface AskedFeature {
  index: number;
  /** Ascending, distinct. Intervals are numbered from below; the one after the last stands for a missing value. */
  cuts: Float64Array;
}

/** The features that trees ask for, in groups that share a table: those of few intervals first, while it stays small. */
export const featureGroups = (trees: Trees): AskedFeature[][] => grouped(featuresOf(trees));

function featuresOf(trees: Trees): AskedFeature[] {
  const cuts = Array.from({ length: trees.width }, () => new Set<number>());
  const visit = (node: number): void => {
    const asked = trees.feature[node]!;
    if (asked === LEAF) return;
    cuts[asked]!.add(trees.value[node]!);
    visit(trees.branch[node * 3]!);
    visit(trees.branch[node * 3 + 1]!);
  };
  for (const root of trees.roots) visit(root);
  const features = cuts.map((own, index) => ({ index, cuts: Float64Array.from(own).sort() }));
  return features.filter((feature) => feature.cuts.length > 0);
}

/** At most the first cut, …, above the last one, missing. */
export const intervalsOf = ({ cuts }: AskedFeature): number => cuts.length + 2;

function grouped(features: readonly AskedFeature[]): AskedFeature[][] {
  const groups: AskedFeature[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const feature of [...features].sort((a, b) => a.cuts.length - b.cuts.length)) {
    rows *= intervalsOf(feature);
    if (rows > MAX_ROWS) {
      groups.push([]);
      rows = intervalsOf(feature);
    }
    groups.at(-1)!.push(feature);
  }
  return groups;
}

/** For each interval of a feature, the leaves it leaves open, two trees to a word. */
function featureMasks(trees: Trees, feature: AskedFeature, words: number): Int32Array {
  const intervals = intervalsOf(feature);
  const masks = new Int32Array(intervals * words);
  const closed = new Int32Array(intervals);
  for (const [tree, root] of trees.roots.entries()) {
    closed.fill(0);
    const leaves = closeLeaves(trees, root, 0, feature, closed);
    for (let interval = 0; interval < intervals; interval++) {
      const open = bitsBetween(0, leaves) & ~closed[interval]!;
      const at = interval * words + (tree >> 1);
      masks[at] = masks[at]! | (open << ((tree & 1) * MAX_LEAVES));
    }
  }
  return masks;
}

/** Closes for each interval the leaves below `node` that its values never reach; of these leaves the first is `first`, and the answer is one past the last. */
function closeLeaves(
  trees: Trees,
  node: number,
  first: number,
  feature: AskedFeature,
  closed: Int32Array,
): number {
  if (trees.feature[node] === LEAF) return first + 1;
  const atMost = trees.branch[node * 3]!;
  const middle = closeLeaves(trees, atMost, first, feature, closed);
  const end = closeLeaves(trees, trees.branch[node * 3 + 1]!, middle, feature, closed);
  if (trees.feature[node] !== feature.index) return end;
  for (let interval = 0; interval < closed.length; interval++) {
    const isAtMost = branchTaken(trees, node, interval, feature.cuts) === atMost;
    closed[interval] = closed[interval]! | (isAtMost ? bitsBetween(middle, end) : bitsBetween(first, middle));
  }
  return end;
}

const bitsBetween = (from: number, to: number): number => (1 << to) - (1 << from);

/** The node that values of an interval go to. */
function branchTaken(trees: Trees, node: number, interval: number, cuts: Float64Array): number {
  if (interval > cuts.length) return trees.branch[node * 3 + 2]!;
  const isAtMost = interval < cuts.length && cuts[interval]! <= trees.value[node]!;
  return trees.branch[node * 3 + (isAtMost ? 0 : 1)]!;
}

/** The tables of all groups in one array, and where each begins: a group's row is what all of its features leave open. */
export function leafMasks(
  trees: Trees,
  groups: readonly AskedFeature[][],
  words: number,
): { masks: Int32Array; start: Int32Array } {
  const start = new Int32Array(groups.length);
  const tables = groups.map((group) => {
    let table: Int32Array = new Int32Array(words).fill(-1);
    for (const feature of group) table = crossed(table, featureMasks(trees, feature, words), words);
    return table;
  });
  const masks = new Int32Array(tables.reduce((sum, table) => sum + table.length, 0));
  let at = 0;
  for (const [g, table] of tables.entries()) {
    start[g] = at;
    masks.set(table, at);
    at += table.length;
  }
  return { masks, start };
}

/** Every row of `more` with every row of `table`, the rows of `table` running faster. */
function crossed(table: Int32Array, more: Int32Array, words: number): Int32Array {
  const found = new Int32Array((table.length / words) * more.length);
  let at = 0;
  for (let m = 0; m < more.length; m += words) {
    for (let t = 0; t < table.length; t += words) {
      for (let word = 0; word < words; word++) found[at++] = table[t + word]! & more[m + word]!;
    }
  }
  return found;
}
