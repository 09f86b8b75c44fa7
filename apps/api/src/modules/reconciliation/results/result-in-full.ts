// A stored result names transactions by id; in full it carries them.
import type { Transaction } from '@medspasync/schemas';
import type { PlacedTransaction, StoredTransaction } from '../../uploads/index.ts';
import type { StoredDecision, StoredResult, StoredReversal } from './results.repository.ts';

/** A result with the transactions it speaks of. */
export interface ResultInFull extends Omit<StoredResult, 'runnerUp' | 'nearestReward' | 'reversal'> {
  reward: PlacedTransaction | null;
  pos: PlacedTransaction[];
  runnerUp: (NonNullable<StoredResult['runnerUp']> & { pos: PlacedTransaction }) | null;
  nearestReward: (NonNullable<StoredResult['nearestReward']> & { reward: PlacedTransaction }) | null;
  reversal: (StoredReversal & { transaction: Transaction }) | null;
  /** What a person paired it with instead; else empty. */
  chosen: PlacedTransaction[];
  /** Of a reward with one sale, where it was asked for. */
  share: SaleShare | null;
  /** What payments have paid of the redemption so far, where it was asked for. */
  paidCents: number;
  /** What a later file says of that sale, where it was asked for. */
  correction: string | null;
}

/** What rewards have of a sale, over all runs. */
export interface SaleShare {
  otherRewards: number;
  otherCents: number;
  /** What no reward has. */
  leftCents: number;
  /** What the sale is worth by now, whatever the run has read. */
  saleCents: number;
}

/** Whether it gives up money, and waits for its second person. */
export const isProposed = ({
  approvedAt,
  needsApproval,
}: Pick<StoredDecision, 'approvedAt' | 'needsApproval'>): boolean => needsApproval && approvedAt === null;

/** Cents by which the sales are more than the reward. */
export const differenceOf = (reward: StoredTransaction, sales: readonly StoredTransaction[]): number =>
  sales.reduce((sum, { transaction }) => sum + transaction.amountCents, 0) - reward.transaction.amountCents;
