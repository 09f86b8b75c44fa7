// The engine's results as rows of job_results: indexes become ids, explanations take the shape the wire has.
import type { MatchResult } from '@medspasync/matching';
import { type Explanation, type ExplanationWire, toWire, type UploadSide } from '@medspasync/schemas';
import type { StoredTransaction } from '../../uploads/index.ts';

export type StoredBooks = Record<UploadSide, StoredTransaction[]>;

/** Rows from `start` on, at most `count`. */
export const resultRows = (
  results: readonly MatchResult[],
  books: StoredBooks,
  start: number,
  count: number,
) =>
  results.slice(start, start + count).map((result, index) => {
    const reward = result.rewardIndex === null ? undefined : books.reward[result.rewardIndex];
    const { runnerUp } = result;
    return {
      position: start + index,
      result: result.result,
      match_probability: result.matchProbability,
      recommendation: result.recommendation,
      reward_transaction_id: reward?.id ?? null,
      pos_transaction_ids: result.posIndexes.map((posIndex) => books.pos[posIndex]!.id),
      reward_amount_cents: reward?.transaction.amountCents ?? 0,
      explanation: result.explanation && explanationRow(result.explanation),
      runner_up: runnerUp && {
        match_probability: runnerUp.matchProbability,
        pos_transaction_id: books.pos[runnerUp.posIndex]!.id,
        detail: runnerUp.detail,
      },
      reason_codes: result.reasonCodes,
    };
  });

const explanationRow = (explanation: Explanation): ExplanationWire => toWire(explanation);
