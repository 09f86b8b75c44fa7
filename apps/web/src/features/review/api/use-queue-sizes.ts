// How many rows each queue holds, as the server counts them.
import { useQueries } from '@tanstack/react-query';
import { queryKeys } from '../../../lib/query-keys.ts';
import { fetchResults } from '../../../lib/results/fetch-results.ts';
import { QUEUE_NAMES, type QueueName } from '../components/queues.ts';

/** Undefined until known. Of reviews, decided ones count too: the queue in hand knows better. */
export function useQueueSizes(jobId: string): Partial<Record<QueueName, number>> {
  return useQueries({
    queries: QUEUE_NAMES.map((filter) => ({
      queryKey: queryKeys.queueSize(jobId, filter),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        fetchResults(jobId, { filter, page: 1, limit: 1 }, signal),
    })),
    combine: (answers) =>
      Object.fromEntries(
        QUEUE_NAMES.map((name, index) => {
          const data = answers[index]?.data;
          return [name, name === 'review_required' ? data?.summary.pending_reviews : data?.total_results];
        }),
      ),
  });
}
