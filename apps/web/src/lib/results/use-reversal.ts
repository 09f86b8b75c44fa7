// What a person says of the void of a redemption, and takes back again.
import { bodyOf } from '@medspasync/api-client';
import type { ResultRowWire, SayOfReversalRequestWire } from '@medspasync/schemas';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { queryKeys } from '../query-keys.ts';

export type SaidOfReversal = Pick<SayOfReversalRequestWire, 'stands' | 'reason'>;

const REVERSAL = '/reconcile/jobs/{job_id}/results/{result_id}/reversal';

/** null takes back what was said. @param onSaid with the row as it is then. */
export function useReversal(jobId: string, row: ResultRowWire, onSaid: (row: ResultRowWire) => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (said: SaidOfReversal | null): Promise<ResultRowWire> => {
      const path = { job_id: jobId, result_id: row.result_id };
      const reversal_id = row.reversal?.reversal_id ?? '';
      return said
        ? bodyOf(api.http.POST(REVERSAL, { params: { path }, body: { reversal_id, ...said } }))
        : bodyOf(api.http.DELETE(REVERSAL, { params: { path, query: { reversal_id } } }));
    },
    onSuccess: async (changed) => {
      onSaid(changed);
      // It holds in every run, in its month and in what is owed.
      for (const queryKey of [queryKeys.jobs, queryKeys.periods, queryKeys.reimbursements])
        void queryClient.invalidateQueries({ queryKey });
    },
  });
}
