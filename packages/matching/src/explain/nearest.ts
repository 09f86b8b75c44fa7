// Best and second-best pair of each reward: the nearest miss of what is unmatched, the runner-up of what is.
import type { Scored } from '../domain.ts';

/** Pair indexes by distinct reward, or -1. Equal scores keep the order of candidates. */
export function bestPairsOfRewards(
  scored: Scored,
  rewards: number,
): { best: Int32Array; second: Int32Array } {
  const best = new Int32Array(rewards).fill(-1);
  const second = new Int32Array(rewards).fill(-1);
  const { candidates, logOdds } = scored;
  for (let i = 0; i < candidates.count; i++) {
    const r = candidates.reward[i]!;
    if (best[r] === -1 || logOdds[i]! > logOdds[best[r]!]!) {
      second[r] = best[r]!;
      best[r] = i;
    } else if (second[r] === -1 || logOdds[i]! > logOdds[second[r]!]!) second[r] = i;
  }
  return { best, second };
}

/** The best pair of each distinct POS row, or -1. Of equal scores the first in order of candidates counts. */
export function bestPairsOfPos({ candidates, logOdds }: Scored, posRows: number): Int32Array {
  const best = new Int32Array(posRows).fill(-1);
  for (let i = 0; i < candidates.count; i++) {
    const p = candidates.pos[i]!;
    if (best[p] === -1 || logOdds[i]! > logOdds[best[p]!]!) best[p] = i;
  }
  return best;
}
