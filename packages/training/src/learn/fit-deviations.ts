// Logistic regression that starts from a model and is held to it: each parameter is a deviation from what the model has,
// with a normal prior around zero. Little evidence moves it little; none moves it not at all.

export interface Deviation {
  /** What one unit of it adds to each row's log-odds. */
  column: Float64Array;
  /** Standard deviation of the prior. */
  spread: number;
  low: number;
  high: number;
}

const ROUNDS = 200;
/** In spreads of the prior: what moves less changes no probability anybody would notice. */
const CONVERGED = 1e-4;

/**
 * The most likely deviations, by cyclic coordinate descent with trust regions, which never raises the loss
 * (Genkin, Lewis and Madigan, "Large-scale Bayesian logistic regression", 2007).
 * @param logOdds what the model says of each row.
 */
export function fitDeviations(
  logOdds: Float64Array,
  labels: Uint8Array,
  deviations: readonly Deviation[],
): Float64Array {
  const fitted = new Float64Array(deviations.length);
  const trust = Float64Array.from(deviations, ({ spread }) => spread);
  const scores = logOdds.slice();
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (const [j, deviation] of deviations.entries()) {
      const wanted = -ratioOf(scores, labels, deviation, fitted[j]!, trust[j]!);
      const limited = Math.max(-trust[j]!, Math.min(trust[j]!, wanted));
      const next = Math.max(deviation.low, Math.min(deviation.high, fitted[j]! + limited));
      const step = next - fitted[j]!;
      fitted[j] = next;
      trust[j] = Math.max(2 * Math.abs(step), trust[j]! / 2);
      for (let i = 0; i < scores.length; i++) scores[i] = scores[i]! + step * deviation.column[i]!;
      moved = Math.max(moved, Math.abs(step) / deviation.spread);
    }
    if (moved < CONVERGED) break;
  }
  return fitted;
}

/** Slope of the loss over the most curvature it can have within the trust region. */
function ratioOf(
  scores: Float64Array,
  labels: Uint8Array,
  { column, spread }: Deviation,
  value: number,
  trust: number,
): number {
  let slope = value / spread ** 2;
  let curvature = 1 / spread ** 2;
  for (const [i, x] of column.entries()) {
    const score = scores[i]!;
    slope += (1 / (1 + Math.exp(-score)) - labels[i]!) * x;
    const beyond = Math.abs(score) - trust * Math.abs(x);
    const most = beyond <= 0 ? 0.25 : 1 / (2 + Math.exp(beyond) + Math.exp(-beyond));
    curvature += most * x * x;
  }
  return slope / curvature;
}
