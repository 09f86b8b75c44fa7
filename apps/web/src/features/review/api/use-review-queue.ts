// The rows that wait for a person, most dollars at risk first, and the decisions on them.
import { bodyOf } from '@medspasync/api-client';
import type { JobResultsWire, ResultRowWire, Verdict } from '@medspasync/schemas';
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { amountOf } from '../../../lib/results/result-words.ts';
import { useReviews } from '../../../lib/results/use-reviews.ts';

/** Undecided rows, most dollars first; equal amounts keep the order of the file. */
export const queueOf = (rows: readonly ResultRowWire[]): ResultRowWire[] =>
  rows.filter((row) => row.decision === null).sort((a, b) => amountOf(b) - amountOf(a));

export function useReviewQueue(jobId: string) {
  const reviews = useReviews(jobId);
  const { rows, isLoadingMore } = reviews;
  // All or nothing: a later row may put more dollars at risk than the first one loaded.
  const queue = useMemo(() => (isLoadingMore ? [] : queueOf(rows)), [rows, isLoadingMore]);
  return { ...reviews, queue };
}

export interface DecideInput {
  row: ResultRowWire;
  /** null takes the decision back. */
  verdict: Verdict | null;
}

function sendDecision(jobId: string, { row, verdict }: DecideInput): Promise<ResultRowWire> {
  const path = { job_id: jobId, result_id: row.result_id };
  const url = '/reconcile/jobs/{job_id}/results/{result_id}/decision';
  if (verdict === null) return bodyOf(api.http.DELETE(url, { params: { path } }));
  return bodyOf(api.http.POST(url, { params: { path }, body: { verdict } }));
}

/** A decision as it looks until the server has answered. */
const provisional = (verdict: Verdict): ResultRowWire['decision'] => ({
  decision_id: '00000000-0000-4000-8000-000000000000',
  verdict,
  decided_by: 'You',
  decided_at: new Date().toISOString(),
  note: null,
  reason: null,
  pos_transactions: [],
});

/**
 * Decides at once on the screen and then on the server, one decision after the other: an undo must not overtake
 * what it undoes. A refusal puts the row back and is told to `onRefused`.
 */
export function useDecide(jobId: string, onRefused: (input: DecideInput, error: Error) => void) {
  const queryClient = useQueryClient();
  const mutationKey = ['decide', jobId];
  const replaceRow = (row: ResultRowWire) =>
    queryClient.setQueryData<InfiniteData<JobResultsWire>>(
      queryKeys.reviews(jobId),
      (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            results: page.results.map((shown) => (shown.result_id === row.result_id ? row : shown)),
          })),
        },
    );
  return useMutation({
    mutationKey,
    scope: { id: `decide-${jobId}` },
    mutationFn: (input: DecideInput) => sendDecision(jobId, input),
    onMutate: ({ row, verdict }) => replaceRow({ ...row, decision: verdict && provisional(verdict) }),
    onError: (error, input) => {
      replaceRow(input.row);
      onRefused(input, error);
      // Someone else may have decided: look again.
      return queryClient.invalidateQueries({ queryKey: queryKeys.reviews(jobId) });
    },
    onSettled: (row) => {
      // With more decisions on their way, the screen is ahead of this answer.
      if (queryClient.isMutating({ mutationKey }) > 1) return undefined;
      if (row) replaceRow(row);
      void queryClient.invalidateQueries({ queryKey: queryKeys.pages(jobId) });
      return queryClient.invalidateQueries({ queryKey: queryKeys.summary(jobId) });
    },
  });
}
