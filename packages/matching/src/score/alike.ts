// Inputs that no threshold of the model tells apart: one answer serves them all.
import { DistinctInputs } from '../domain.ts';

/** The kind of each row, and one row of each kind. */
export interface Kinds {
  kindOf: Int32Array;
  example: Int32Array;
}

/** Fewer rows than this are asked sooner than sorted. */
const FEWEST_ROWS = 8;

/** A missing value is no value between thresholds. */
const NO_BIN = -1;

/** Groups `values`, rows of `cuts.length` model inputs each. `cuts` are ascending. */
export function kindsOf(values: Float32Array, cuts: readonly Float32Array[]): Kinds {
  const width = cuts.length;
  const rows = values.length / width;
  if (rows < FEWEST_ROWS) return allDifferent(rows);
  const distinct = new DistinctInputs(width);
  const kindOf = new Int32Array(rows);
  const example: number[] = [];
  for (let i = 0; i < rows; i++) {
    for (let f = 0; f < width; f++) distinct.row[f] = binOf(values[i * width + f]!, cuts[f]!);
    const kind = distinct.idOfRow();
    if (kind === example.length) example.push(i);
    kindOf[i] = kind;
  }
  return { kindOf, example: Int32Array.from(example) };
}

/** How many thresholds lie below the value. */
function binOf(value: number, cuts: Float32Array): number {
  if (Number.isNaN(value)) return NO_BIN;
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= cuts[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Every row is a kind of its own. */
export function allDifferent(rows: number): Kinds {
  const kindOf = new Int32Array(rows).map((_, i) => i);
  return { kindOf, example: kindOf };
}
