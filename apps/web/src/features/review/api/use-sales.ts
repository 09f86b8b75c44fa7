// Sales that a reward may belong to, found by what is typed: POS rows nothing claims, and sales of other rewards that are worth
// both.
import { centsOf, type ResultRowWire, type TransactionWire } from '@medspasync/schemas';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../../lib/query-keys.ts';
import { fetchResults } from '../../../lib/results/fetch-results.ts';

/** More than a person reads through; a longer search finds less. */
const LIMIT = 50;

export interface SalesFor {
  jobId: string;
  row: ResultRowWire;
  reward: TransactionWire;
  /** What is split takes whole sales: none that another reward has a part of. */
  isSplit: boolean;
}

export function useSales({ jobId, row, reward, isSplit }: SalesFor, search: string) {
  return useQuery({
    queryKey: [...queryKeys.sales(jobId, search), isSplit],
    queryFn: ({ signal }) =>
      fetchResults(jobId, { filter: isSplit ? 'unclaimed' : 'all', page: 1, limit: LIMIT, search }, signal),
    enabled: search !== '',
    placeholderData: keepPreviousData,
    select: ({ results }): ResultRowWire[] =>
      results.filter((other) => other.result_id !== row.result_id && mayPay(other, reward)),
  });
}

/** Whether the sale of a row is free, or has as much left as the reward is worth. */
function mayPay(
  { decision, pos_transactions: sales, reward_transaction, sale_share: share }: ResultRowWire,
  reward: TransactionWire,
): boolean {
  if (sales.length !== 1 || decision?.verdict === 're_paired') return false;
  if (reward_transaction === null) return decision === null;
  return share !== null && centsOf(share.left) >= centsOf(reward.amount);
}
