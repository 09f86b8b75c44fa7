// Giving a row up outside the review, and taking that back.
import { bodyOf } from '@medspasync/api-client';
import type { ResultRowWire } from '@medspasync/schemas';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import type { WriteOffWords } from '../../../lib/results/write-off-form.tsx';

const DECISION = '/reconcile/jobs/{job_id}/results/{result_id}/decision';

/** With words the row is given up; with the id of a write-off that one is taken back. @param onDone with the row as it is then. */
export function useWriteOff(jobId: string, row: ResultRowWire, onDone: (row: ResultRowWire) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (asked: WriteOffWords | { decision_id: string }): Promise<ResultRowWire> => {
      const path = { job_id: jobId, result_id: row.result_id };
      return 'decision_id' in asked
        ? bodyOf(api.http.DELETE(DECISION, { params: { path, query: asked } }))
        : bodyOf(api.http.POST(DECISION, { params: { path }, body: { verdict: 'written_off', ...asked } }));
    },
    onSuccess: async (changed) => {
      onDone(changed);
      // What is given up counts in its month and in what is owed.
      for (const queryKey of [queryKeys.jobs, queryKeys.periods, queryKeys.reimbursements])
        void queryClient.invalidateQueries({ queryKey });
    },
  });
}
