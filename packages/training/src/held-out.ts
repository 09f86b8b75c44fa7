// The held-out books of the curriculum, and books of generators nothing is trained on, judged by the whole engine.
import type { ModelQuality, Scorer } from '@medspasync/matching';
import { type Difficulty, OUTSIDERS, outsiderBooks } from '@medspasync/test-kit';
import { booksOf, DIFFICULTIES, makeBooks, SPLITS } from './curriculum.ts';
import { type JudgedReward, judgeBooks } from './evaluate-engine.ts';
import type { LabelledBooks } from './label-pairs.ts';
import { type Judgement, judgeBy, summariseJudgement } from './summarise-judgement.ts';

export type HeldOutReward = JudgedReward & { books: string };

/** Books to be judged by, under the name of their maker and difficulty. */
export interface NamedBooks {
  name: string;
  books: LabelledBooks;
}

const OUTSIDER_SEEDS = [300_001, 300_002, 300_003, 300_004];
const OUTSIDER_REWARDS = 1500;

export function* heldOutBooks(): Generator<NamedBooks> {
  for (const options of booksOf(SPLITS.heldOut)) {
    yield { name: nameOf(options.process, options.difficulty), books: makeBooks(options) };
  }
}

/** Books of every generator that shares no code with the curriculum. */
export function* outsidersBooks(): Generator<NamedBooks> {
  for (const outsider of OUTSIDERS) {
    for (const difficulty of DIFFICULTIES) {
      for (const seed of OUTSIDER_SEEDS) {
        const books = outsiderBooks(outsider, { seed, rewards: OUTSIDER_REWARDS, difficulty });
        yield { name: nameOf(outsider, difficulty), books };
      }
    }
  }
}

const nameOf = (maker: string, difficulty: Difficulty): string => `${maker} · ${difficulty}`;

/** Judges every reward of some books. */
export async function judgeNamed(books: Iterable<NamedBooks>, scorer: Scorer): Promise<HeldOutReward[]> {
  const rewards: HeldOutReward[] = [];
  for (const { name, books: own } of books) {
    for (const judged of await judgeBooks(own, scorer)) rewards.push({ ...judged, books: name });
  }
  return rewards;
}

export const judgeByBooks = (rewards: readonly HeldOutReward[]): Map<string, Judgement> =>
  judgeBy(rewards, (reward) => [(reward as HeldOutReward).books]);

/** The figures a manifest carries. */
export function qualityOf(rewards: readonly HeldOutReward[]): ModelQuality {
  const { precision, recall, f1, auc, calibrationError } = summariseJudgement(rewards);
  return { precision, recall, f1, auc, calibrationError, pairs: rewards.length };
}
