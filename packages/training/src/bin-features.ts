// Features as small integers: a split is then searched among a few dozen bins instead of a million values.

/** The bin of a missing value; ordinary bins are below. */
export const MISSING_BIN = 255;
const MAX_BINS = 64;
/** Rows looked at to place the cuts. */
const SAMPLE_ROWS = 200_000;

export interface BinnedFeature {
  /** Bin of each row. */
  bins: Uint8Array;
  /** `cuts[b]` separates bin b from bin b + 1: values of bin b are ≤ it. Single precision. */
  cuts: Float32Array;
}

/** Bins column `feature` of a row-major matrix, by quantiles; few distinct values get a bin each. */
export function binFeature(
  features: Float32Array,
  width: number,
  feature: number,
  rows: number,
): BinnedFeature {
  const cuts = cutsOf(sample(features, width, feature, rows));
  const bins = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = features[row * width + feature]!;
    bins[row] = Number.isNaN(value) ? MISSING_BIN : binOf(cuts, value);
  }
  return { bins, cuts };
}

function sample(features: Float32Array, width: number, feature: number, rows: number): Float32Array {
  const step = Math.max(1, Math.floor(rows / SAMPLE_ROWS));
  const values = new Float32Array(Math.ceil(rows / step));
  let count = 0;
  for (let row = 0; row < rows; row += step) {
    const value = features[row * width + feature]!;
    if (!Number.isNaN(value)) values[count++] = value;
  }
  return values.subarray(0, count).sort();
}

function cutsOf(sorted: Float32Array): Float32Array {
  const cuts: number[] = [];
  const perBin = sorted.length / MAX_BINS;
  let next = perBin;
  let previous = sorted[0]!;
  let run = 0;
  const distinct = new Set(sorted).size;
  for (const value of sorted) {
    if (value !== previous) {
      if (distinct <= MAX_BINS || run >= next) {
        cuts.push(between(previous, value));
        next = run + perBin;
      }
      previous = value;
    }
    run++;
  }
  return Float32Array.from(cuts.slice(0, MISSING_BIN - 1));
}

/** The middle of two neighbours, or the lower one when single precision has nothing in between. */
function between(low: number, high: number): number {
  const middle = Math.fround((low + high) / 2);
  return middle < high ? middle : low;
}

function binOf(cuts: Float32Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= cuts[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}
