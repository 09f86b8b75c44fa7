// The held-out books of the curriculum, judged by the whole engine.
import type { ModelQuality, Scorer } from '@medspasync/matching';
import { booksOf, makeBooks, SPLITS } from './curriculum.ts';
import { type JudgedReward, judgeBooks } from './evaluate-engine.ts';
import { type Judgement, judgeBy, summariseJudgement } from './summarise-judgement.ts';

export type HeldOutReward = JudgedReward & { books: string };

/** Judges every held-out book; `books` names its process and difficulty. */
export async function judgeHeldOut(scorer: Scorer): Promise<HeldOutReward[]> {
  const judged: HeldOutReward[] = [];
  for (const options of booksOf(SPLITS.heldOut)) {
    const books = `${options.process} · ${options.difficulty}`;
    for (const reward of await judgeBooks(makeBooks(options), scorer)) judged.push({ ...reward, books });
  }
  return judged;
}

export const judgeByBooks = (rewards: readonly HeldOutReward[]): Map<string, Judgement> =>
  judgeBy(rewards, (reward) => [(reward as HeldOutReward).books]);

/** The figures a manifest carries. */
export function qualityOf(rewards: readonly HeldOutReward[]): ModelQuality {
  const { precision, recall, f1, auc, calibrationError } = summariseJudgement(rewards);
  return { precision, recall, f1, auc, calibrationError, pairs: rewards.length };
}
