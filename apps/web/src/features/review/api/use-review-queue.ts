// The rows of a queue that wait for a person, most dollars at stake first, and the decisions on them.
import { ApiProblem, bodyOf } from '@medspasync/api-client';
import {
  type DecideRequestWire,
  type JobResultsWire,
  MAX_DECISIONS,
  type ManyDecidedWire,
  type ResultRowWire,
} from '@medspasync/schemas';
import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { amountOf } from '../../../lib/results/result-words.ts';
import { useReviews } from '../../../lib/results/use-reviews.ts';
import type { QueueName } from '../components/queues.ts';

/** After any day there is: a row that cannot be claimed any longer than others waits behind them. */
const NEVER = '9999-12-31';

/** Undecided rows that stand, most dollars first, then the nearest deadline; else the order of the file. */
export const queueOf = (rows: readonly ResultRowWire[]): ResultRowWire[] =>
  rows
    .filter((row) => row.decision === null && !row.is_taken_back)
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

/** Rows that are decided in the same way. */
export interface DecideInput {
  rows: readonly ResultRowWire[];
  /** null takes the decisions back. */
  decision: DecideRequestWire | null;
}

/** What the server refused. */
export interface RefusedRow {
  row: ResultRowWire;
  error: Error;
}

interface Answer {
  decided: readonly ResultRowWire[];
  refused: readonly RefusedRow[];
}

/** By row, the decision that was last made here: an undo takes back that one, and nobody else's. */
type MadeHere = Map<string, string>;

async function sendDecision(jobId: string, input: DecideInput, made: MadeHere): Promise<Answer> {
  const { decision, rows } = input;
  const [row, ...others] = rows;
  if (!row || others.length > 0) return sendMany(jobId, input, made);
  const path = { job_id: jobId, result_id: row.result_id };
  const url = '/reconcile/jobs/{job_id}/results/{result_id}/decision';
  const decided = await (decision === null
    ? bodyOf<ResultRowWire>(api.http.DELETE(url, { params: { path, query: namedDecision(made, row) } }))
    : bodyOf<ResultRowWire>(api.http.POST(url, { params: { path }, body: decision })));
  return { decided: [decided], refused: [] };
}

const namedDecision = (made: MadeHere, { result_id }: ResultRowWire): { decision_id?: string } => {
  const decision_id = made.get(result_id);
  return decision_id === undefined ? {} : { decision_id };
};

/** As few requests as there may be rows in one; each row stands or falls by itself. */
async function sendMany(jobId: string, { rows, decision }: DecideInput, made: MadeHere): Promise<Answer> {
  const decided: ResultRowWire[] = [];
  const refused: RefusedRow[] = [];
  for (let start = 0; start < rows.length; start += MAX_DECISIONS) {
    const part = rows.slice(start, start + MAX_DECISIONS);
    const { rows: told }: ManyDecidedWire = await bodyOf(
      api.http.POST('/reconcile/jobs/{job_id}/decisions', {
        params: { path: { job_id: jobId } },
        body: {
          decisions: part.map((row) => ({
            result_id: row.result_id,
            decision,
            ...(decision === null ? namedDecision(made, row) : {}),
          })),
        },
      }),
    );
    for (const [index, row] of part.entries()) {
      const { decision: stands, refusal } = told[index]!;
      if (refusal) refused.push({ row, error: new ApiProblem(refusal) });
      else decided.push({ ...row, decision: stands });
    }
  }
  return { decided, refused };
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
  difference: null,
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
  onRefused: (refused: readonly RefusedRow[], decision: DecideInput['decision']) => void,
) {
  const queryClient = useQueryClient();
  const mutationKey = ['decide', jobId];
  const made = useRef<MadeHere>(new Map());
  const replaceRow = useReplaceRow(jobId, name);
  const putBack = (refused: readonly RefusedRow[], { decision }: DecideInput) => {
    for (const { row } of refused) replaceRow(row);
    onRefused(refused, decision);
    // Someone else may have decided: look again.
    return queryClient.invalidateQueries({ queryKey: queryKeys.queue(jobId, name) });
  };
  return useMutation({
    mutationKey,
    scope: { id: `decide-${jobId}` },
    mutationFn: async (input: DecideInput) => {
      const answer = await sendDecision(jobId, input, made.current);
      for (const { decision, result_id } of answer.decided)
        if (decision) made.current.set(result_id, decision.decision_id);
        else made.current.delete(result_id);
      return answer;
    },
    onMutate: ({ rows, decision }) => {
      for (const row of rows) replaceRow({ ...row, decision: decision && provisional(decision) });
    },
    onError: (error, input) =>
      putBack(
        input.rows.map((row) => ({ row, error })),
        input,
      ),
    onSuccess: ({ refused }, input) => (refused.length > 0 ? putBack(refused, input) : undefined),
    onSettled: (answer) => {
      // With more decisions on their way, the screen is ahead of this answer.
      if (queryClient.isMutating({ mutationKey }) > 1) return undefined;
      for (const row of answer?.decided ?? []) replaceRow(row);
      void queryClient.invalidateQueries({ queryKey: queryKeys.pages(jobId) });
      void queryClient.invalidateQueries({ queryKey: queryKeys.salesOf(jobId) });
      // A row that leaves one queue may enter another; the one in hand is not taken away under the hand.
      void queryClient.invalidateQueries({
        predicate: ({ queryKey: [jobs, id, kind, queue] }) =>
          jobs === 'jobs' && id === jobId && (kind === 'queue-size' || (kind === 'queue' && queue !== name)),
      });
      return queryClient.invalidateQueries({ queryKey: queryKeys.summary(jobId) });
    },
  });
}
