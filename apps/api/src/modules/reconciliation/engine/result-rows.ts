// The lines of the report as rows of job_results: indexes become ids, and what is said in words is sealed.
import type { MatchResult } from '@medspasync/matching';
import { recommendationOf, toWire, type UploadSide } from '@medspasync/schemas';
import type { PatientSeal } from '../../../platform/crypto/index.ts';
import { timeOrderedId } from '../../../platform/ids.ts';
import type { UnreadableRow } from '../../uploads/index.ts';
import { type ResultWords, sealWords } from '../results/sealed-words.ts';
import type { ReportLine } from './report-lines.ts';
import type { StoredRows } from './stored-rows.ts';

export type StoredBooks = Readonly<Record<UploadSide, StoredRows>>;

/** Rows of `lines`, the first of which is number `start` of the report. */
export const resultRows = (
  lines: readonly ReportLine[],
  start: number,
  books: StoredBooks,
  { organizationId, seal }: { organizationId: string; seal: PatientSeal },
) =>
  lines.map((line, index) => {
    const id = timeOrderedId();
    const { words, ...row } =
      'result' in line ? judgedRow(line.result, books) : unreadableRow(line.side, line.unreadable);
    return { id, position: start + index, ...row, words: sealWords(seal, organizationId, id, words) };
  });

function judgedRow(result: MatchResult, books: StoredBooks) {
  const reward = result.rewardIndex === null ? undefined : books.reward.at(result.rewardIndex);
  const pos = result.posIndexes.map((posIndex) => books.pos.at(posIndex));
  const own = reward ?? pos[0]!;
  const posCents = pos.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const isDifferent = reward !== undefined && result.reasonCodes.includes('AMOUNT_DIFF');
  const { explanation, nearestReward, note, runnerUp } = result;
  return {
    side: reward ? 'reward' : 'pos',
    result: result.result,
    match_probability: result.matchProbability,
    recommendation: result.recommendation,
    reward_transaction_id: reward?.id ?? null,
    pos_transaction_ids: pos.map(({ id }) => id),
    reward_amount_cents: reward?.amountCents ?? 0,
    reason_codes: result.reasonCodes,
    program: own.program,
    location: own.location,
    happened_on: own.happenedOn,
    amount_cents: own.amountCents,
    difference_cents: isDifferent ? Math.abs(own.amountCents - posCents) : 0,
    words: {
      explanation: explanation && toWire(explanation),
      runnerUp: runnerUp && {
        match_probability: runnerUp.matchProbability,
        pos_transaction_id: books.pos.idAt(runnerUp.posIndex),
        detail: runnerUp.detail,
      },
      nearestReward: nearestReward && {
        match_probability: nearestReward.matchProbability,
        reward_transaction_id: books.reward.idAt(nearestReward.rewardIndex),
        detail: nearestReward.detail,
      },
      note,
    } satisfies ResultWords,
  };
}

const unreadableRow = (side: UploadSide, { before: _place, ...unreadable }: UnreadableRow) => ({
  side,
  result: 'error',
  match_probability: 0,
  recommendation: recommendationOf(0),
  reward_transaction_id: null,
  pos_transaction_ids: [],
  reward_amount_cents: 0,
  reason_codes: [],
  program: null,
  location: null,
  happened_on: null,
  amount_cents: 0,
  difference_cents: 0,
  words: { unreadable } satisfies ResultWords,
});
