// What people decided about a job's results, as labelled pairs.
import type { Transaction } from '@medspasync/schemas';
import { contentOfPair } from './content.ts';
import type { LabelledPair } from './labelled-pair.ts';

/** A result somebody has decided. */
export interface DecidedResult {
  reward: Transaction;
  /** What the engine proposed. */
  pos: readonly Transaction[];
  runnerUp: Transaction | null;
  /** Re-paired: the proposal was wrong, and `chosen` is what the reward belongs to. */
  decision: 'approved' | 'rejected' | { chosen: readonly Transaction[] };
}

/**
 * Approved and chosen rows are matches. Rejected proposals are none, nor is the runner-up of a pair that was settled: a
 * candidate somebody saw and passed over. Rows that nothing tells apart from a match are left out, and so are pairs that
 * were decided both ways.
 */
export function pairsFromDecisions(decided: readonly DecidedResult[]): LabelledPair[] {
  const labelled = decided.flatMap(pairsOf).filter(({ reward, pos }) => !isReversal(reward, pos));
  const labels = new Map<string, Set<boolean>>();
  for (const pair of labelled) {
    const content = contentOfPair(pair);
    labels.set(content, (labels.get(content) ?? new Set()).add(pair.isMatch));
  }
  return labelled.filter((pair) => labels.get(contentOfPair(pair))!.size === 1);
}

function pairsOf({ reward, pos, runnerUp, decision }: DecidedResult): LabelledPair[] {
  const label = (rows: readonly Transaction[], isMatch: boolean): LabelledPair[] =>
    rows.map((row) => ({ reward, pos: row, isMatch }));
  if (decision === 'rejected') return label(pos, false);
  const matches = label(decision === 'approved' ? pos : decision.chosen, true);
  const taken = new Set(matches.map(contentOfPair));
  const passedOver = [...(decision === 'approved' ? [] : pos), ...(runnerUp ? [runnerUp] : [])];
  return [...matches, ...label(passedOver, false).filter((pair) => !taken.has(contentOfPair(pair)))];
}

const isReversal = (...rows: Transaction[]): boolean =>
  rows.some(({ type }) => type === 'refund' || type === 'void');
