// What adapting a model to labels is worth on another job of the same error process: tried on processes the model had never met,
// with labels as people give them, and told beside the model they started from.
import { scorerOf } from '@medspasync/matching/node';
import type { Plan, ServiceEncoder } from '@medspasync/matching/stages';
import type { ErrorProcessName } from '@medspasync/test-kit';
import type { ApprovalBounds } from './approval-bound.ts';
import { makeBooks } from './curriculum.ts';
import { type JudgedReward, judgeBooks } from './evaluate-engine.ts';
import { answersByReward, type LabelledBooks } from './label-pairs.ts';
import {
  type DecidedResult,
  type LabelledPair,
  learnFromLabelledPairs,
  pairsFromDecisions,
} from './learn/index.ts';
import { unjudgedModel } from './scorer-for.ts';
import type { Training } from './train-model.ts';

const SEEDS = [400_001, 400_003, 400_005];
const REWARDS = 2000;

/** How the rewards of the first book came by their labels. */
const WAYS = {
  'labelled pairs': (books: LabelledBooks) => pairsAndStrangers(books),
  decisions: (books: LabelledBooks, judged: readonly JudgedReward[]) =>
    pairsFromDecisions(decisionsOn(books, judged)),
};

export interface LearningTrial {
  process: ErrorProcessName;
  way: keyof typeof WAYS;
  isCalledBetter: boolean;
  /** The next job, by the model before and after learning. */
  current: readonly JudgedReward[];
  adapted: readonly JudgedReward[];
}

/** One trial for each process, seed and way of labelling: a hard book is labelled, the next hard book of that process is the job. */
export async function* tryLearning(
  { strangersTo }: Training,
  plan: Plan,
  encoder: ServiceEncoder,
  bounds: ApprovalBounds,
): AsyncGenerator<LearningTrial> {
  for (const [process, model] of strangersTo) {
    const base = unjudgedModel(model, plan, bounds, encoder);
    const scorer = await scorerOf(base.model, base.manifest, encoder);
    for (const seed of SEEDS) {
      const bookOf = (bookSeed: number): LabelledBooks =>
        makeBooks({ seed: bookSeed, rewards: REWARDS, process, difficulty: 'hard', namePool: 'b' });
      const labelled = bookOf(seed);
      const decided = await judgeBooks(labelled, scorer);
      const next = bookOf(seed + 1);
      const current = await judgeBooks(next, scorer);
      for (const [way, label] of Object.entries(WAYS)) {
        const pairs = label(labelled, decided);
        const learned = learnFromLabelledPairs({
          pairs,
          base,
          encoder,
          version: 'trial',
          trainedOn: base.manifest.trainedAt,
          plan,
        });
        const adapted = await scorerOf(learned.model, learned.manifest, encoder);
        yield {
          process,
          way: way as keyof typeof WAYS,
          isCalledBetter: learned.verdict.isBetter,
          current,
          adapted: await judgeBooks(next, adapted),
        };
      }
    }
  }
}

/** True pairs, and for each reward a stranger of the same amount or day: about as many of either label as there are rewards. */
export function pairsAndStrangers(books: LabelledBooks): LabelledPair[] {
  return books.truth
    .filter((link) => link.copyOf === undefined)
    .flatMap((link) => {
      const reward = books.rewards[link.rewardIndex]!;
      const own = new Set([...link.posIndexes, ...(link.interchangeable ?? [])]);
      const stranger = books.pos.find(
        (row, i) => !own.has(i) && (row.amountCents === reward.amountCents || row.date === reward.date),
      );
      const matches = link.posIndexes.map((i) => ({ reward, pos: books.pos[i]!, isMatch: true }));
      return stranger ? [...matches, { reward, pos: stranger, isMatch: false }] : matches;
    })
    .filter(
      ({ reward, pos }) => ![reward.type, pos.type].some((type) => type === 'refund' || type === 'void'),
    );
}

/** A person who is always right goes through the reviews: approves, rejects, or chooses the rows the reward belongs to. */
function decisionsOn(books: LabelledBooks, judged: readonly JudgedReward[]): DecidedResult[] {
  const answers = answersByReward(books.truth);
  const rowsAt = (indexes: readonly number[]) => indexes.map((index) => books.pos[index]!);
  return judged.flatMap(({ isTrue, named, recommendation, result }, i) => {
    if (!named || recommendation === 'AUTO_APPROVE') return [];
    const chosen = rowsAt(answers[i]!);
    return {
      reward: books.rewards[i]!,
      pos: rowsAt(result.posIndexes),
      runnerUp: result.runnerUp && books.pos[result.runnerUp.posIndex]!,
      decision: isTrue ? 'approved' : chosen.length > 0 ? { chosen } : 'rejected',
    } satisfies DecidedResult;
  });
}
