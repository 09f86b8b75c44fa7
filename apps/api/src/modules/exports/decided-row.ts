// A stored result as a line of the matches file: what the engine found, and what a person made of it.
import {
  type MatchesRow,
  type MoneySince,
  reportedId,
  reportedRow,
  unreadableRow,
} from '@medspasync/exporting';
import { dollarsOf, fromWire, recommendationOf, WRITE_OFF_REASONS } from '@medspasync/schemas';
import { isProposed, type ResultInFull } from '../reconciliation/index.ts';
import type { PlacedTransaction } from '../uploads/index.ts';

/** As the importer and the command line name it. */
const idOf = ({ position, transaction }: PlacedTransaction): string => reportedId(transaction, position);

/** As a run over one file tells a redemption that the same file takes back. */
const TAKEN_BACK = {
  posIds: [],
  result: 'no_match',
  matchProbability: 0,
  recommendation: recommendationOf(0),
  reasonCodes: [],
  explanation: null,
} as const;

export function decidedRow({
  reward,
  pos,
  chosen,
  explanation,
  nearestReward,
  runnerUp,
  decision,
  ...result
}: ResultInFull): MatchesRow {
  if (result.unreadable)
    return unreadableRow(result.side, result.unreadable.transactionId, result.unreadable);
  if (result.isReversed && reward)
    return reportedRow({ ...TAKEN_BACK, note: result.note, rewardId: idOf(reward) });
  const row = reportedRow(
    {
      ...result,
      rewardId: reward && idOf(reward),
      posIds: pos.map(idOf),
      explanation: explanation && fromWire(explanation),
      runnerUp: runnerUp && {
        posId: idOf(runnerUp.pos),
        matchProbability: runnerUp.match_probability,
        detail: runnerUp.detail,
      },
      nearest: nearestReward && { rewardId: idOf(nearestReward.reward), detail: nearestReward.detail },
    },
    // A write-off that waits for its second person has decided nothing.
    decision && !isProposed(decision) ? { ...decision, posIds: chosen.map(idOf) } : null,
    result.state && {
      state: result.state,
      dollarsAtStake: dollarsOf(result.stakeCents),
      deadline: result.deadline,
    },
  );
  return { ...row, since: moneySince(result) };
}

function moneySince({ correction, rest }: Pick<ResultInFull, 'correction' | 'rest'>): MoneySince {
  const dollars = rest && dollarsOf(rest.cents);
  const note = rest?.note ? `: ${rest.note}` : '';
  return {
    restWrittenOff: rest && !isProposed(rest) ? dollars : null,
    restAwaitingApproval: rest && isProposed(rest) ? dollars : null,
    restReason: rest && `${WRITE_OFF_REASONS[rest.reason]}${note}`,
    saleNote: correction,
  };
}
