// From which probability on a pair may be approved without a person: measured on processes the model never met, and
// only as low as the worst of them allows.
import { shareIntervalEnd } from './learn/intervals.ts';

/** The share of approvals that must be right. */
const WANTED_PRECISION = 0.998;
/** Standard errors to spare where many approvals are pooled (one-sided 90 %). */
const POOLED_MARGIN = 1.28;
/** One kind of books has fewer: it counts when its approvals were wrong more often than luck explains. */
const KIND_MARGIN = -1;
const LOWEST_BOUND = 0.95;
/** Beyond it a bound would hold back more than it saves: what goes wrong up there no probability tells. */
const HIGHEST_BOUND = 0.998;

/** The probabilities from which on approvals were right often enough on processes the model had never met. */
export interface ApprovalBounds {
  approveFrom: number;
  approveAgreeingFrom: number;
}

interface Outcome {
  probability: number;
  isTrue: boolean;
}

/** One pair that would be approved if its probability were high enough. */
export interface Approval extends Outcome {
  /** Error process and difficulty. */
  books: string;
  difficulty: string;
}

/**
 * The lowest probability within the bounds from which on approvals were right often enough, together with those that are
 * `approved` already: in all of one difficulty at the lower end of Wilson's interval, and in every kind of books at its
 * upper end.
 */
export function approvalBound(candidates: readonly Approval[], approved: readonly Approval[] = []): number {
  const sure = candidates.filter(({ probability }) => probability >= LOWEST_BOUND);
  const boundsBy = (key: 'books' | 'difficulty', standardErrors: number): number[] =>
    [...new Set(sure.map((approval) => approval[key]))].map((name) => {
      const isOfGroup = (approval: Approval): boolean => approval[key] === name;
      return boundOf(sure.filter(isOfGroup), approved.filter(isOfGroup), standardErrors);
    });
  return Math.max(LOWEST_BOUND, ...boundsBy('difficulty', POOLED_MARGIN), ...boundsBy('books', KIND_MARGIN));
}

/** The lowest probability from which on approvals of one kind of books were wrong no more often than luck explains. */
export function boundOfKind(candidates: readonly Outcome[]): number {
  const sure = candidates.filter(({ probability }) => probability >= LOWEST_BOUND);
  const right = sure.filter(({ isTrue }) => isTrue).length;
  if (sure.length === 0 || shareIntervalEnd(right, sure.length, KIND_MARGIN) >= WANTED_PRECISION)
    return LOWEST_BOUND;
  return boundOf(sure, [], KIND_MARGIN);
}

function boundOf(
  candidates: readonly Outcome[],
  approved: readonly Outcome[],
  standardErrors: number,
): number {
  const best = [...candidates].sort((a, b) => b.probability - a.probability);
  let bound = HIGHEST_BOUND;
  let right = approved.filter(({ isTrue }) => isTrue).length;
  let seen = approved.length;
  for (const [i, { probability, isTrue }] of best.entries()) {
    seen++;
    right += Number(isTrue);
    // Equal probabilities stand or fall together.
    if (best[i + 1]?.probability === probability) continue;
    if (shareIntervalEnd(right, seen, standardErrors) >= WANTED_PRECISION) bound = probability;
  }
  return Math.min(HIGHEST_BOUND, Math.ceil(bound * 10_000) / 10_000);
}
