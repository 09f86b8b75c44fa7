// A result for members without patient access: the same numbers, codes and days, in words that name nobody. What a file
// or a person has written is left out whole, so that no cell can slip through.
import { maskDetail, maskExplanation } from '@medspasync/matching';
import { fromWire, type Transaction, toWire } from '@medspasync/schemas';
import type { PlacedTransaction } from '../../uploads/index.ts';
import type { ResultInFull } from '../results/result-in-full.ts';

export function withoutPatients(row: ResultInFull): ResultInFull {
  const { decision, explanation, nearestReward, reversal, runnerUp, unreadable } = row;
  return {
    ...row,
    reward: row.reward && outlineOf(row.reward),
    pos: row.pos.map(outlineOf),
    chosen: row.chosen.map(outlineOf),
    explanation: explanation && toWire(maskExplanation(fromWire(explanation))),
    runnerUp: runnerUp && { ...runnerUp, detail: maskDetail(runnerUp.detail), pos: outlineOf(runnerUp.pos) },
    nearestReward: nearestReward && {
      ...nearestReward,
      detail: maskDetail(nearestReward.detail),
      reward: outlineOf(nearestReward.reward),
    },
    unreadable: unreadable && {
      transactionId: `line:${unreadable.row}`,
      row: unreadable.row,
      reason: 'details need patient rights',
    },
    decision: decision && { ...decision, note: null },
    reversal: reversal && {
      ...reversal,
      reason: null,
      transaction: transactionOutline(reversal.transaction),
    },
    rest: row.rest && { ...row.rest, note: null },
    notes: [],
  };
}

const outlineOf = ({ transaction, ...stored }: PlacedTransaction): PlacedTransaction => ({
  ...stored,
  transaction: transactionOutline(transaction),
});

/** Ids of rows are cells too; the day, the dollars and the program are columns the application reads itself. */
export function transactionOutline({ amountCents, date, program, type }: Transaction): Transaction {
  const outline: Transaction = { amountCents };
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '')?.[0];
  if (day !== undefined) outline.date = day;
  if (program !== undefined) outline.program = program;
  if (type !== undefined) outline.type = type;
  return outline;
}
