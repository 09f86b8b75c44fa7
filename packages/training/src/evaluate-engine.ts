// What the whole engine gets right on books it has not seen: by reward, since that is what a person works through.
import { type MatchResult, reconcile, type Scorer } from '@medspasync/matching';
import type { ErrorType, TruthLink } from '@medspasync/test-kit';
import { answersByReward, type LabelledBooks } from './label-pairs.ts';

/** One reward of a judged book. */
export interface JudgedReward {
  /** Probability of the counterpart the engine named, or of the nearest miss. */
  probability: number;
  recommendation: MatchResult['recommendation'];
  /** POS rows claimed at the cut, how many of them are right, and how many there were to find. */
  claimed: number;
  right: number;
  toFind: number;
  /** Whether the named counterpart (whatever its probability) is right. */
  isTrue: boolean;
  named: boolean;
  errors: readonly ErrorType[];
  program: string;
}

/** The cut at which F1 is told. */
const CUT = 0.5;

/** Runs the engine over the books and holds each reward's answer against the truth. */
export async function judgeBooks(books: LabelledBooks, scorer: Scorer): Promise<JudgedReward[]> {
  const { results } = await reconcile(books, { scorer, threshold: CUT, explanations: 'none' });
  const answers = answersByReward(books.truth);
  const matchedOriginals = carriersOf(books.truth, results);
  return books.truth.map((link, i) => {
    const result = results[i]!;
    const answer = new Set(answers[i]);
    const isMatch = result.result === 'match';
    const named = result.posIndexes.length > 0;
    return {
      probability: result.matchProbability,
      recommendation: result.recommendation,
      claimed: isMatch ? result.posIndexes.length : 0,
      right: isMatch ? result.posIndexes.filter((pos) => answer.has(pos)).length : 0,
      toFind: toFindOf(link, i, books.truth, matchedOriginals),
      isTrue: named && result.posIndexes.every((pos) => answer.has(pos)),
      named,
      errors: link.errors,
      program: books.rewards[i]!.program ?? 'none',
    };
  });
}

/** Of a redemption entered twice, the copy that got a match carries what there is to find; else the original. */
function carriersOf(truth: readonly TruthLink[], results: readonly MatchResult[]): Map<number, number> {
  const carriers = new Map<number, number>();
  for (const link of truth) {
    if (link.copyOf === undefined) continue;
    const copyCarries =
      results[link.rewardIndex]!.result === 'match' && results[link.copyOf]!.result !== 'match';
    carriers.set(link.copyOf, copyCarries ? link.rewardIndex : link.copyOf);
  }
  return carriers;
}

function toFindOf(
  link: TruthLink,
  index: number,
  truth: readonly TruthLink[],
  carriers: ReadonlyMap<number, number>,
): number {
  const original = link.copyOf ?? index;
  const carrier = carriers.get(original) ?? original;
  return carrier === index ? truth[original]!.posIndexes.length : 0;
}
