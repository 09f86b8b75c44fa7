// From which probability on a pair may be approved without a person: measured, not assumed.

/** The share of approvals that must be right. */
const WANTED_PRECISION = 0.998;
const LOWEST_BOUND = 0.95;
/** Single pairs without contact data reach little more; a model that needs a higher bound is not good enough. */
const HIGHEST_BOUND = 0.985;

/** The lowest probability within the bounds above which enough unseen pairs were true. Labels are 0 or 1. */
export function approvalBound(probabilities: Float64Array, labels: Uint8Array): number {
  const order = Int32Array.from(probabilities, (_, i) => i).sort(
    (a, b) => probabilities[b]! - probabilities[a]!,
  );
  let bound = HIGHEST_BOUND;
  let right = 0;
  for (const [rank, i] of order.entries()) {
    if (probabilities[i]! < LOWEST_BOUND) break;
    right += labels[i]!;
    if (right / (rank + 1) >= WANTED_PRECISION) bound = Math.min(bound, probabilities[i]!);
  }
  return Math.round(bound * 10_000) / 10_000;
}
