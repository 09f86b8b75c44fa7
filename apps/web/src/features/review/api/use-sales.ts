// Sales that a reward may belong to, found by what is typed: POS rows nothing claims, and sales of other rewards that are worth
// both.
import { centsOf, type ResultRowWire, type TransactionWire } from '@medspasync/schemas';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys, type ResultFilter } from '../../../lib/query-keys.ts';
import { fetchResults } from '../../../lib/results/fetch-results.ts';

/** More than a person reads through; a longer search finds less. */
const LIMIT = 50;

const FREE: readonly ResultFilter[] = ['unclaimed'];
const FREE_OR_SHARED: readonly ResultFilter[] = ['unclaimed', 'redeemed'];

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
    queryFn: async ({ signal }): Promise<ResultRowWire[]> => {
      const found = (filter: ResultFilter) =>
        fetchResults(jobId, { filter, page: 1, limit: LIMIT, search }, signal);
      const pages = await Promise.all((isSplit ? FREE : FREE_OR_SHARED).map(found));
      return pages.flatMap(({ results }) => results);
    },
    enabled: search !== '',
    placeholderData: keepPreviousData,
    select: (rows): ResultRowWire[] =>
      rows.filter((other) => other.result_id !== row.result_id && mayPay(other, reward)),
  });
}

/** Whether the sale of a row is free, or has as much left as the reward is worth. */
function mayPay(
  { decision, pos_transactions: sales, reward_transaction, sale_share: share }: ResultRowWire,
  reward: TransactionWire,
): boolean {
  if (reward_transaction === null) return decision === null;
  // A sale that was taken from its reward has a row of its own.
  const hasItsSale = decision === null || decision.verdict === 'approved';
  return sales.length === 1 && hasItsSale && share !== null && centsOf(share.left) >= centsOf(reward.amount);
}
