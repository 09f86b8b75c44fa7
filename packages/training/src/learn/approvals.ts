// What the engine would approve of labelled pairs and their look-alikes without a person, and from which probability on.
import { type ApprovalBounds, boundOfKind } from '../approval-bound.ts';
import type { Evidence } from './evidence.ts';

/** A known row that is approved if its probability is high enough. */
export interface PossibleApproval {
  row: number;
  probability: number;
  isTrue: boolean;
  isAmountOpen: boolean;
}

type Company = Pick<Evidence, 'askAlways' | 'candidates' | 'labels' | 'openAmounts'>;

/**
 * Known rows that lead every other candidate of their reward and of their POS row by `lead` log-odds, where nothing else asks for
 * a person: as the engine approves pairs.
 */
export function possibleApprovals(
  { askAlways, candidates, labels, openAmounts }: Company,
  logOdds: Float64Array,
  lead: number,
): PossibleApproval[] {
  const rewards = bestTwo(candidates.reward, logOdds);
  const sales = bestTwo(candidates.pos, logOdds);
  const possible: PossibleApproval[] = [];
  for (const [row, score] of logOdds.entries()) {
    const rival = Math.max(
      bestBut(score, rewards.get(candidates.reward[row]!)!),
      bestBut(score, sales.get(candidates.pos[row]!)!),
    );
    if (askAlways[row] === 1 || score - rival < lead) continue;
    possible.push({
      row,
      probability: 1 / (1 + Math.exp(-score)),
      isTrue: labels[row] === 1,
      isAmountOpen: openAmounts[row] === 1,
    });
  }
  return possible;
}

/** Bounds that hold for these approvals, too. They are never lowered: labelled pairs are easier than a job. */
export function raisedBounds(bounds: ApprovalBounds, possible: readonly PossibleApproval[]): ApprovalBounds {
  const measured = (isOpen: boolean): number =>
    boundOfKind(possible.filter(({ isAmountOpen }) => isAmountOpen === isOpen));
  return {
    approveFrom: Math.max(bounds.approveFrom, measured(true)),
    approveAgreeingFrom: Math.max(bounds.approveAgreeingFrom, measured(false)),
  };
}

export const countWronglyApproved = (
  possible: readonly PossibleApproval[],
  { approveFrom, approveAgreeingFrom }: ApprovalBounds,
): number =>
  possible.filter(
    ({ isTrue, isAmountOpen, probability }) =>
      !isTrue && probability >= (isAmountOpen ? approveFrom : approveAgreeingFrom),
  ).length;

type BestTwo = [best: number, second: number];

function bestTwo(rowOf: Int32Array, scores: Float64Array): Map<number, BestTwo> {
  const found = new Map<number, BestTwo>();
  for (const [i, score] of scores.entries()) {
    const [best, second] = found.get(rowOf[i]!) ?? [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    found.set(rowOf[i]!, score > best ? [score, best] : [best, Math.max(second, score)]);
  }
  return found;
}

const bestBut = (score: number, [best, second]: BestTwo): number => (score === best ? second : best);
