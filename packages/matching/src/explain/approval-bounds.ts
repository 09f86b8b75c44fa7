// From which probability on a pair is approved without a person: as the model measured it, and more where the job is
// unlike what it was taught on.
import type { Drift } from '../domain.ts';
import type { ApprovalBounds } from './decide.ts';

/** Above this drift only the surest pairs are approved, above the second none. */
export const UNLIKE_FROM = 1;
export const STRANGE_FROM = 2;
const UNLIKE_BOUND = 0.995;
const NO_APPROVALS = Number.POSITIVE_INFINITY;

/**
 * @param measured The model's own bounds, from its manifest.
 * @param drift null for a single pair, which is no sample of anything, and for a model that cannot tell.
 */
export function approvalBounds(
  { approveFrom, approveAgreeingFrom = 0 }: { approveFrom: number; approveAgreeingFrom?: number },
  drift: Drift | null,
): ApprovalBounds {
  const overall = drift?.overall ?? 0;
  const least = overall > STRANGE_FROM ? NO_APPROVALS : overall > UNLIKE_FROM ? UNLIKE_BOUND : 0;
  return {
    openAmounts: Math.max(approveFrom, least),
    agreeingAmounts: Math.max(approveAgreeingFrom, least),
    isUnlike: least > 0,
  };
}
