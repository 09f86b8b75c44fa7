// Best and second-best pair of each row: the nearest miss of what is unmatched, the runner-up of what is.
import type { Scored } from '../domain.ts';

/** Pair indexes by row, or -1. */
export interface BestPairs {
  best: Int32Array;
  second: Int32Array;
}

export const bestPairsOfRewards = (scored: Scored, rewards: number): BestPairs =>
  bestPairs(scored, scored.candidates.reward, rewards);

export const bestPairsOfPos = (scored: Scored, posRows: number): BestPairs =>
  bestPairs(scored, scored.candidates.pos, posRows);

/** By the distinct rows `rowOf` names for each pair. Equal scores keep the order of candidates. */
function bestPairs({ candidates, logOdds }: Scored, rowOf: Int32Array, rows: number): BestPairs {
  const best = new Int32Array(rows).fill(-1);
  const second = new Int32Array(rows).fill(-1);
  for (let i = 0; i < candidates.count; i++) {
    const row = rowOf[i]!;
    if (best[row] === -1 || logOdds[i]! > logOdds[best[row]!]!) {
      second[row] = best[row]!;
      best[row] = i;
    } else if (second[row] === -1 || logOdds[i]! > logOdds[second[row]!]!) second[row] = i;
  }
  return { best, second };
}
