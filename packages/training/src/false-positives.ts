// Wrong claims to look at, the surest first. The patients are synthetic: ids and contributions may be shown.
import type { JudgedReward } from './evaluate-engine.ts';
import type { LabelledBooks } from './label-pairs.ts';

export interface FalsePositive {
  books: string;
  rewardId: string;
  posIds: string[];
  probability: number;
  recommendation: string;
  /** POS rows that were right; empty where there was nothing to find. */
  rightIds: string[];
  /** `name +3.2`, strongest first. */
  contributions: string[];
}

/** The wrong claims of judged books; they must have been judged with explanations. */
export function falsePositives(
  name: string,
  books: LabelledBooks,
  judged: readonly JudgedReward[],
): FalsePositive[] {
  const idOf = (pos: number): string => books.pos[pos]!.transactionId ?? String(pos);
  return judged.flatMap((reward, i) => {
    if (reward.claimed === reward.right) return [];
    const { posIndexes, matchProbability, recommendation, explanation } = reward.result;
    return {
      books: name,
      rewardId: books.rewards[i]!.transactionId ?? String(i),
      posIds: posIndexes.map(idOf),
      probability: matchProbability,
      recommendation,
      rightIds: books.truth[i]!.posIndexes.map(idOf),
      contributions: [...(explanation?.contributions ?? [])]
        .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
        .map(
          ({ comparison, logOdds }) =>
            `${comparison} ${logOdds < 0 ? '−' : '+'}${Math.abs(logOdds).toFixed(1)}`,
        ),
    };
  });
}

/** One line each, as Markdown. */
export function falsePositiveLines(found: readonly FalsePositive[], most: number): string {
  return [...found]
    .sort((a, b) => b.probability - a.probability)
    .slice(0, most)
    .map(
      ({ books, rewardId, posIds, probability, recommendation, rightIds, contributions }) =>
        `- ${books}: ${rewardId} → ${posIds.join(' + ')} at ${probability.toFixed(4)} (${recommendation}), ` +
        `right: ${rightIds.join(' + ') || 'nothing'}; ${contributions.join(', ')}`,
    )
    .join('\n');
}
