// Every row of a queue a person works through, decided ones too: all of them, since it is ordered by dollars at stake.
import type { ResultRowWire } from '@medspasync/schemas';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { queryKeys, type ResultFilter } from '../query-keys.ts';
import { fetchResults } from './fetch-results.ts';

/** Rows per request: the first screen comes at once, and a big queue takes few requests. */
const ROWS_PER_REQUEST = 250;

export interface Reviews {
  rows: ResultRowWire[];
  isLoading: boolean;
  /** More rows are on their way. */
  isLoadingMore: boolean;
  error: Error | null;
  retry: () => void;
}

export function useReviews(jobId: string, queue: ResultFilter = 'review_required'): Reviews {
  const query = useInfiniteQuery({
    queryKey: queryKeys.queue(jobId, queue),
    queryFn: ({ pageParam, signal }) =>
      fetchResults(jobId, { filter: queue, page: pageParam, limit: ROWS_PER_REQUEST }, signal),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.limit < last.total_results ? last.page + 1 : undefined),
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);

  return {
    rows: useMemo(() => query.data?.pages.flatMap((page) => page.results) ?? [], [query.data]),
    isLoading: query.isPending,
    isLoadingMore: hasNextPage,
    // With every row here, a refresh that failed is no reason to take them away.
    error: query.data && !hasNextPage ? null : query.error,
    retry: () => void query.refetch(),
  };
}
