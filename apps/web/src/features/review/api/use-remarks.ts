// What is said about a row without deciding it: notes, and whose it is.
import { bodyOf } from '@medspasync/api-client';
import type { ResultRowWire } from '@medspasync/schemas';
import { useMutation } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import type { QueueName } from '../components/queues.ts';
import { useReplaceRow } from './use-review-queue.ts';

const ROW = '/reconcile/jobs/{job_id}/results/{result_id}';

export interface RowOfQueue {
  jobId: string;
  queue: QueueName;
  row: ResultRowWire;
}

const pathOf = ({ jobId, row }: RowOfQueue) => ({ job_id: jobId, result_id: row.result_id });

export function useWriteNote(of: RowOfQueue) {
  const replaceRow = useReplaceRow(of.jobId, of.queue);
  return useMutation({
    mutationFn: (text: string): Promise<ResultRowWire> =>
      bodyOf(api.http.POST(`${ROW}/notes`, { params: { path: pathOf(of) }, body: { text } })),
    onSuccess: replaceRow,
  });
}

export function useWithdrawNote(of: RowOfQueue) {
  const replaceRow = useReplaceRow(of.jobId, of.queue);
  return useMutation({
    mutationFn: (note_id: string): Promise<ResultRowWire> =>
      bodyOf(api.http.DELETE(`${ROW}/notes/{note_id}`, { params: { path: { ...pathOf(of), note_id } } })),
    onSuccess: replaceRow,
  });
}

/** Gives the row to a member, or to nobody. Refused when it changed hands since it was shown. */
export function useAssign(of: RowOfQueue) {
  const replaceRow = useReplaceRow(of.jobId, of.queue);
  return useMutation({
    mutationFn: (user_id: string | null): Promise<ResultRowWire> =>
      bodyOf(
        api.http.PUT(`${ROW}/assignee`, {
          params: { path: pathOf(of) },
          body: { user_id, instead_of: of.row.assigned_to?.user_id ?? null },
        }),
      ),
    onSuccess: replaceRow,
  });
}
