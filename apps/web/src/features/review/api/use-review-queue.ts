// The rows of a queue that wait for a person, most dollars at stake first, and the decisions on them.
import { bodyOf } from '@medspasync/api-client';
import type { DecideRequestWire, JobResultsWire, ResultRowWire } from '@medspasync/schemas';
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { amountOf } from '../../../lib/results/result-words.ts';
import { useReviews } from '../../../lib/results/use-reviews.ts';
import type { QueueName } from '../components/queues.ts';

/** After any day there is: a row that cannot be claimed any longer than others waits behind them. */
const NEVER = '9999-12-31';

/** Undecided rows, most dollars first, then the nearest deadline; else the order of the file. */
export const queueOf = (rows: readonly ResultRowWire[]): ResultRowWire[] =>
  rows
    .filter((row) => row.decision === null)
    .sort(
      (a, b) =>
        amountOf(b) - amountOf(a) ||
        ((a.deadline ?? NEVER) < (b.deadline ?? NEVER) ? -1 : Number(a.deadline !== b.deadline)),
    );

export function useReviewQueue(jobId: string, name: QueueName) {
  const reviews = useReviews(jobId, name);
  const { rows, isLoadingMore } = reviews;
  // All or nothing: a later row may put more dollars at stake than the first one loaded.
  const queue = useMemo(() => (isLoadingMore ? [] : queueOf(rows)), [rows, isLoadingMore]);
  return { ...reviews, queue };
}

/** Puts a row's new state where its queue shows it. */
export function useReplaceRow(jobId: string, name: QueueName) {
  const queryClient = useQueryClient();
  return (row: ResultRowWire) =>
    queryClient.setQueryData<InfiniteData<JobResultsWire>>(
      queryKeys.queue(jobId, name),
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            results: page.results.map((shown) => (shown.result_id === row.result_id ? row : shown)),
          })),
        },
    );
}

export interface DecideInput {
  row: ResultRowWire;
  /** null takes the decision back. */
  decision: DecideRequestWire | null;
}

function sendDecision(jobId: string, { row, decision }: DecideInput): Promise<ResultRowWire> {
  const path = { job_id: jobId, result_id: row.result_id };
  const url = '/reconcile/jobs/{job_id}/results/{result_id}/decision';
  if (decision === null) return bodyOf(api.http.DELETE(url, { params: { path } }));
  return bodyOf(api.http.POST(url, { params: { path }, body: decision }));
}

/** A decision as it looks until the server has answered. */
const provisional = ({ note, reason, verdict }: DecideRequestWire): ResultRowWire['decision'] => ({
  decision_id: '00000000-0000-4000-8000-000000000000',
  verdict,
  decided_by: 'You',
  decided_at: new Date().toISOString(),
  note: note ?? null,
  reason: reason ?? null,
  pos_transactions: [],
  carried_from_job_id: null,
  approval: null,
});

/**
 * Decides at once on the screen and then on the server, one decision after the other: an undo must not overtake
 * what it undoes. A refusal puts the row back and is told to `onRefused`.
 */
export function useDecide(
  jobId: string,
  name: QueueName,
  onRefused: (input: DecideInput, error: Error) => void,
) {
  const queryClient = useQueryClient();
  const mutationKey = ['decide', jobId];
  const replaceRow = useReplaceRow(jobId, name);
  return useMutation({
    mutationKey,
    scope: { id: `decide-${jobId}` },
    mutationFn: (input: DecideInput) => sendDecision(jobId, input),
    onMutate: ({ row, decision }) => replaceRow({ ...row, decision: decision && provisional(decision) }),
    onError: (error, input) => {
      replaceRow(input.row);
      onRefused(input, error);
      // Someone else may have decided: look again.
      return queryClient.invalidateQueries({ queryKey: queryKeys.queue(jobId, name) });
    },
    onSettled: (row) => {
      // With more decisions on their way, the screen is ahead of this answer.
      if (queryClient.isMutating({ mutationKey }) > 1) return undefined;
      if (row) replaceRow(row);
      void queryClient.invalidateQueries({ queryKey: queryKeys.pages(jobId) });
      void queryClient.invalidateQueries({ queryKey: queryKeys.salesOf(jobId) });
      // A row that leaves one queue may enter another; the one in hand is not taken away under the hand.
      void queryClient.invalidateQueries({
        predicate: ({ queryKey: [jobs, id, kind, queue] }) =>
          jobs === 'jobs' && id === jobId && kind === 'queue' && queue !== name,
      });
      return queryClient.invalidateQueries({ queryKey: queryKeys.summary(jobId) });
    },
  });
}
