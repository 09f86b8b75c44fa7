// Candidate pairs of a reward (they are adjacent) and of a POS row (they are not).
import type { Candidates } from '../domain.ts';

export interface PairsByRow {
  /** First pair of each distinct reward, and one past the last. */
  rewardStart: Int32Array;
  posStart: Int32Array;
  /** Pairs of POS row p: `posPairs[posStart[p] … posStart[p + 1])`. */
  posPairs: Int32Array;
}

export function pairsByRow(candidates: Candidates, rewards: number, pos: number): PairsByRow {
  const rewardStart = new Int32Array(rewards + 1);
  const posStart = new Int32Array(pos + 1);
  for (let i = 0; i < candidates.count; i++) {
    rewardStart[candidates.reward[i]! + 1] = rewardStart[candidates.reward[i]! + 1]! + 1;
    posStart[candidates.pos[i]! + 1] = posStart[candidates.pos[i]! + 1]! + 1;
  }
  for (let r = 0; r < rewards; r++) rewardStart[r + 1] = rewardStart[r + 1]! + rewardStart[r]!;
  for (let p = 0; p < pos; p++) posStart[p + 1] = posStart[p + 1]! + posStart[p]!;
  const next = posStart.slice();
  const posPairs = new Int32Array(candidates.count);
  for (let i = 0; i < candidates.count; i++) {
    const p = candidates.pos[i]!;
    posPairs[next[p]!] = i;
    next[p] = next[p]! + 1;
  }
  return { rewardStart, posStart, posPairs };
}
