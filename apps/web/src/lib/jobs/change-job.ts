// What a person may do to a run: stop it, start it again, take back all that came of it.
import { bodyOf } from '@medspasync/api-client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api.ts';
import { queryKeys } from '../query-keys.ts';

export type JobChange = 'cancel' | 'retry' | 'undo';

const SEND: Readonly<Record<JobChange, (jobId: string) => Promise<unknown>>> = {
  cancel: (job_id) => bodyOf(api.http.DELETE('/reconcile/jobs/{job_id}', { params: { path: { job_id } } })),
  retry: (job_id) =>
    bodyOf(api.http.POST('/reconcile/jobs/{job_id}/retry', { params: { path: { job_id } } })),
  undo: (job_id) => bodyOf(api.http.POST('/reconcile/jobs/{job_id}/undo', { params: { path: { job_id } } })),
};

/** Sends a change; every picture of the job and of the history is asked for again. */
export function useChangeJob(jobId: string, change: JobChange) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => SEND[change](jobId),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queryKeys.ofJob(jobId) }),
        queryClient.invalidateQueries({ queryKey: queryKeys.history }),
      ]),
  });
}
