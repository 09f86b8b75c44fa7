// What the whole engine gets right on books it has not seen: by reward, since that is what a person works through.
import { type MatchResult, reconcile, type Scorer } from '@medspasync/matching';
import type { ErrorType, TruthLink } from '@medspasync/test-kit';
import { answersByReward, type LabelledBooks } from './label-pairs.ts';

/** One reward of a judged book. */
export interface JudgedReward {
  /** Probability of the counterpart the engine named, or of the nearest miss. */
  probability: number;
  recommendation: MatchResult['recommendation'];
  /** POS rows claimed at the cut, how many of them are right (never more than `toFind`), and how many there were to find. */
  claimed: number;
  right: number;
  toFind: number;
  /** Whether the named counterpart (whatever its probability) is right. */
  isTrue: boolean;
  named: boolean;
  errors: readonly ErrorType[];
  program: string;
  /** What the engine said, for who wants to look closer. */
  result: MatchResult;
}

/** The cut at which F1 is told. */
const CUT = 0.5;

/** Runs the engine over the books and holds each reward's answer against the truth. */
export async function judgeBooks(
  books: LabelledBooks,
  scorer: Scorer,
  explanations: 'full' | 'none' = 'none',
): Promise<JudgedReward[]> {
  const { results } = await reconcile(books, { scorer, threshold: CUT, explanations });
  const answers = answersByReward(books.truth).map((rows) => new Set(rows));
  const rightOf = (i: number): number => {
    const { result, posIndexes } = results[i]!;
    return result === 'match' ? posIndexes.filter((pos) => answers[i]!.has(pos)).length : 0;
  };
  const carriers = carriersOf(books.truth, rightOf);
  return books.truth.map((link, i) => {
    const result = results[i]!;
    const toFind = toFindOf(link, i, books.truth, carriers);
    const found = rightOf(i);
    const right = Math.min(found, toFind);
    const named = result.posIndexes.length > 0;
    return {
      probability: result.matchProbability,
      recommendation: result.recommendation,
      // A copy that pairs off with a copy beyond what there was to find is neither right nor wrong.
      claimed: (result.result === 'match' ? result.posIndexes.length : 0) - (found - right),
      right,
      toFind,
      isTrue: named && result.posIndexes.every((pos) => answers[i]!.has(pos)),
      named,
      errors: link.errors,
      program: books.rewards[i]!.program ?? 'none',
      result,
    };
  });
}

/** Of a redemption entered twice, the copy that got it right alone carries what there is to find; else the original. */
function carriersOf(truth: readonly TruthLink[], rightOf: (reward: number) => number): Map<number, number> {
  const carriers = new Map<number, number>();
  for (const { rewardIndex, copyOf } of truth) {
    if (copyOf === undefined) continue;
    const copyCarries = rightOf(rewardIndex) > 0 && rightOf(copyOf) === 0;
    carriers.set(copyOf, copyCarries ? rewardIndex : (carriers.get(copyOf) ?? copyOf));
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
