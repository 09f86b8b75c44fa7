// From which probability on a pair may be approved without a person: measured, not assumed.

/** The share of approvals that must be right. */
const WANTED_PRECISION = 0.998;
const LOWEST_BOUND = 0.95;
const HIGHEST_BOUND = 0.9999;

/** The lowest probability within the bounds above which enough unseen pairs were true, among those `counted`. */
export function approvalBound(probabilities: Float64Array, labels: Uint8Array, counted: Uint8Array): number {
  const order = Int32Array.from(probabilities, (_, i) => i).sort(
    (a, b) => probabilities[b]! - probabilities[a]!,
  );
  let bound = HIGHEST_BOUND;
  let right = 0;
  let seen = 0;
  for (const [rank, i] of order.entries()) {
    if (probabilities[i]! < LOWEST_BOUND) break;
    seen += counted[i]!;
    right += counted[i]! * labels[i]!;
    // Equal probabilities stand or fall together.
    const isLastOfItsKind = probabilities[order[rank + 1]!] !== probabilities[i];
    if (isLastOfItsKind && seen > 0 && right / seen >= WANTED_PRECISION) bound = probabilities[i]!;
  }
  return Math.round(bound * 10_000) / 10_000;
}
