// What trees answered, by where the features lay between their thresholds: pairs of a job differ in their values, and hardly in what the
// trees can tell of them.

/** A power of two; of two places that fall on one, the latest is remembered. */
const ANSWERS = 1 << 13;

/** The single-precision answer for the rows of some tables. */
export type AnswerFor = (rows: Int32Array) => number;

/** `answerFor` with a memory; `sizes` are the numbers of rows of each table. */
export function remembered(sizes: readonly number[], answerFor: AnswerFor): AnswerFor {
  // Each combination of rows is to have a number of its own.
  if (sizes.reduce((product, size) => product * size, 1) > Number.MAX_SAFE_INTEGER) return answerFor;
  /** The number of the combination, plus one; 0 where nothing is remembered. */
  const known = new Float64Array(ANSWERS);
  const answers = new Float32Array(ANSWERS);
  const sizeOf = Int32Array.from(sizes);
  return (rows) => {
    let number = 0;
    let hash = 0;
    for (let g = 0; g < rows.length; g++) {
      number = number * sizeOf[g]! + rows[g]!;
      hash = Math.imul(hash ^ rows[g]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    const slot = hash & (ANSWERS - 1);
    if (known[slot] !== number + 1) {
      known[slot] = number + 1;
      answers[slot] = answerFor(rows);
    }
    return answers[slot]!;
  };
}
