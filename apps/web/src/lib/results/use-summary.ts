// A job's totals: counts and dollars, without its rows.
import { useQuery } from '@tanstack/react-query';
import { queryKeys } from '../query-keys.ts';
import { fetchResults } from './fetch-results.ts';

export function useSummary(jobId: string | undefined) {
  return useQuery({
    queryKey: queryKeys.summary(jobId ?? ''),
    // The totals come with every page of results; one row is the smallest page.
    queryFn: ({ signal }) => fetchResults(jobId ?? '', { filter: 'all', page: 1, limit: 1 }, signal),
    enabled: jobId !== undefined,
    select: ({ summary, status, total_results, performance_metrics }) => ({
      summary,
      status,
      totalResults: total_results,
      performance: performance_metrics,
    }),
  });
}
