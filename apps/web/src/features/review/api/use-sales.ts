// Sales that a reward may belong to: POS rows nothing claims, found by what is typed.
import type { ResultRowWire } from '@medspasync/schemas';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../../lib/query-keys.ts';
import { fetchResults } from '../../../lib/results/fetch-results.ts';

/** More than a person reads through; a longer search finds less. */
const LIMIT = 50;

export function useSales(jobId: string, search: string) {
  return useQuery({
    queryKey: queryKeys.sales(jobId, search),
    queryFn: ({ signal }) =>
      fetchResults(jobId, { filter: 'unclaimed', page: 1, limit: LIMIT, search }, signal),
    enabled: search !== '',
    placeholderData: keepPreviousData,
    select: ({ results }): ResultRowWire[] => results.filter(({ decision }) => decision === null),
  });
}
