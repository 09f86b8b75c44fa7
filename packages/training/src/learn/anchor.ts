// What labelled pairs cannot tell is how readily a job's pairs are matches: people label easy pairs or doubtful ones, and no
// reward without a counterpart. Left free, that choice moves the model. So an adapted model expects as many matches as before.

const BISECTIONS = 50;
/** Further no bounded adaptation goes. */
const FARTHEST = 10;

/** What must be added to the log-odds `after` of some rows for them to expect as many matches as `before` did, both at `offset`. */
export function anchorShift(
  rows: readonly number[],
  before: Float64Array,
  after: Float64Array,
  offset: number,
): number {
  const expected = (scores: Float64Array, shift: number): number =>
    rows.reduce((sum, row) => sum + 1 / (1 + Math.exp(-(scores[row]! + shift))), 0);
  const wanted = expected(before, offset);
  let low = -FARTHEST;
  let high = FARTHEST;
  for (let i = 0; i < BISECTIONS; i++) {
    const tried = (low + high) / 2;
    if (expected(after, offset + tried) > wanted) high = tried;
    else low = tried;
  }
  return (low + high) / 2;
}
