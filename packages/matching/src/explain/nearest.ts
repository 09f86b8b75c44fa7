// Best and second-best pair of each row: the nearest miss of what is unmatched, the runner-up of what is.
import type { Order, Scored } from '../domain.ts';

/** Pair indexes by row, or -1. */
export interface BestPairs {
  best: Int32Array;
  second: Int32Array;
}

export const bestPairsOfRewards = (scored: Scored, rewards: number, order: Order): BestPairs =>
  bestPairs(scored, scored.candidates.reward, rewards, order);

export const bestPairsOfPos = (scored: Scored, posRows: number, order: Order): BestPairs =>
  bestPairs(scored, scored.candidates.pos, posRows, order);

/** By the distinct rows `rowOf` names for each pair. Equal scores are in `order`. */
function bestPairs(
  { candidates, logOdds }: Scored,
  rowOf: Int32Array,
  rows: number,
  order: Order,
): BestPairs {
  const best = new Int32Array(rows).fill(-1);
  const second = new Int32Array(rows).fill(-1);
  const isBetter = (pair: number, other: number): boolean => {
    if (other === -1) return true;
    const lead = logOdds[pair]! - logOdds[other]!;
    return lead > 0 || (lead === 0 && order(pair, other) < 0);
  };
  for (let i = 0; i < candidates.count; i++) {
    const row = rowOf[i]!;
    if (isBetter(i, best[row]!)) {
      second[row] = best[row]!;
      best[row] = i;
    } else if (isBetter(i, second[row]!)) second[row] = i;
  }
  return { best, second };
}
