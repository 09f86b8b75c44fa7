// Result rows of a job, page after page until all are there. Searching then happens here in the browser:
// a patient's name must not stand in a URL.
import { bodyOf } from '@medspasync/api-client';
import type { JobResultsWire, ResultRowWire } from '@medspasync/schemas';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { api } from '../api.ts';
import { queryKeys, type ResultFilter } from '../query-keys.ts';

/** Rows per request: few requests for a big job, yet the first page is on the screen at once. */
const ROWS_PER_PAGE = 200;

/** The query of each filter. `side` tells apart the two kinds of rows that matched nothing. */
const QUERY_OF = {
  all: {},
  match: { result: 'match' },
  review_required: { result: 'review_required' },
  missing: { result: 'no_match', side: 'reward' },
  unclaimed: { result: 'no_match', side: 'pos' },
} as const;

export function fetchResults(
  jobId: string,
  filter: ResultFilter,
  page: number,
  limit: number,
  signal?: AbortSignal,
): Promise<JobResultsWire> {
  return bodyOf(
    api.http.GET('/reconcile/jobs/{job_id}/results', {
      params: { path: { job_id: jobId }, query: { ...QUERY_OF[filter], page, limit } },
      signal,
    }),
  );
}

export interface Results {
  rows: ResultRowWire[];
  /** How many there are in all, loaded or not. */
  total: number | undefined;
  isLoading: boolean;
  /** More pages are on their way. */
  isLoadingMore: boolean;
  error: Error | null;
  retry: () => void;
}

export function useResults(jobId: string, filter: ResultFilter): Results {
  const query = useInfiniteQuery({
    queryKey: queryKeys.resultsOf(jobId, filter),
    queryFn: ({ pageParam, signal }) => fetchResults(jobId, filter, pageParam, ROWS_PER_PAGE, signal),
    initialPageParam: 1,
    getNextPageParam: (last) => (last.page * last.limit < last.total_results ? last.page + 1 : undefined),
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);

  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.results) ?? [], [query.data]);
  return {
    rows,
    total: query.data?.pages.at(-1)?.total_results,
    isLoading: query.isPending,
    isLoadingMore: hasNextPage,
    error: query.error,
    retry: () => void query.refetch(),
  };
}
