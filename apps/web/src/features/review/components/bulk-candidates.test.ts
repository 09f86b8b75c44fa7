// What may be approved together: sure pairs only, and none with a rival.
import type { ExceptionCode, ResultRowWire } from '@medspasync/schemas';
import { bulkCandidates } from './bulk-candidates.ts';

const rowOf = (match_probability: number, runnerUp?: number) =>
  ({
    match_probability,
    reward_transaction: { amount: 40 },
    pos_transactions: [{ amount: 40 }],
    reason_codes: [] as ExceptionCode[],
    runner_up: runnerUp === undefined ? null : { match_probability: runnerUp },
  }) as ResultRowWire;

test('a pair below the chosen probability is left for a person', () => {
  const rows = [rowOf(0.93), rowOf(0.89)];
  expect(bulkCandidates(rows, 0.9)).toEqual([rows[0]]);
});

test('a pair whose second best comes close is left for a person', () => {
  const rows = [rowOf(0.93, 0.8), rowOf(0.93, 0.6)];
  expect(bulkCandidates(rows, 0.9)).toEqual([rows[1]]);
});

test('a reward without a sale is no pair', () => {
  expect(bulkCandidates([{ ...rowOf(0.93), pos_transactions: [] }], 0.9)).toEqual([]);
});

test('other amounts and other names are looked at one by one', () => {
  const named = (name: string) => ({ customer_name: name, amount: 40 });
  const rows: ResultRowWire[] = [
    { ...rowOf(0.93), reason_codes: ['AMOUNT_DIFF'] },
    {
      ...rowOf(0.93),
      reward_transaction: named('Cynthia Kim'),
      pos_transactions: [named('Cynthia Kendall')],
    },
    { ...rowOf(0.93), reason_codes: ['PARTIAL', 'DATE_LAG'] },
  ];
  expect(bulkCandidates(rows, 0.9)).toEqual([rows[2]]);
});
