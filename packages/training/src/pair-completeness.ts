// How many true pairs are still there after blocking: what it loses, no model can find.
import { block, normalise, type Plan } from '@medspasync/matching/stages';
import { booksOf, makeBooks, SPLITS } from './curriculum.ts';
import type { LabelledBooks } from './label-pairs.ts';

export interface Completeness {
  rewards: number;
  /** True pairs, and those of them that blocking keeps. */
  truePairs: number;
  kept: number;
  /** Pairs looked at by the gate, and pairs that passed. */
  proposed: number;
  passed: number;
}

/** The share of true pairs that blocking keeps. */
export const completenessShare = ({ truePairs, kept }: Completeness): number =>
  truePairs === 0 ? 1 : kept / truePairs;

/** Blocks the books and holds the pairs against the truth. */
export function measureCompleteness(books: LabelledBooks, plan: Plan): Completeness {
  const records = normalise(books);
  const candidates = block(records, plan.blockOn, plan.gate);
  const { rewards, pos } = records;
  const pairOf = (reward: number, posRow: number): number => reward * pos.count + posRow;
  const found = new Set<number>();
  for (let i = 0; i < candidates.count; i++) found.add(pairOf(candidates.reward[i]!, candidates.pos[i]!));
  let truePairs = 0;
  let kept = 0;
  for (const { rewardIndex, posIndexes } of books.truth) {
    for (const posIndex of posIndexes) {
      truePairs++;
      if (found.has(pairOf(rewards.distinctOf[rewardIndex]!, pos.distinctOf[posIndex]!))) kept++;
    }
  }
  return {
    rewards: books.rewards.length,
    truePairs,
    kept,
    proposed: candidates.proposed,
    passed: candidates.count,
  };
}

/** Of the held-out books, by process and difficulty, and of all easy and all hard ones. */
export function completenessHeldOut(plan: Plan): Map<string, Completeness> {
  const measured = new Map<string, Completeness>();
  for (const options of booksOf(SPLITS.heldOut)) {
    const one = measureCompleteness(makeBooks(options), plan);
    for (const books of [`${options.process} · ${options.difficulty}`, `all ${options.difficulty}`]) {
      const known = measured.get(books);
      measured.set(books, known === undefined ? one : sumOf(known, one));
    }
  }
  return measured;
}

const sumOf = (a: Completeness, b: Completeness): Completeness => ({
  rewards: a.rewards + b.rewards,
  truePairs: a.truePairs + b.truePairs,
  kept: a.kept + b.kept,
  proposed: a.proposed + b.proposed,
  passed: a.passed + b.passed,
});
