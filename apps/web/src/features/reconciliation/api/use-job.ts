// A job as it runs: pushed over Socket.IO, and asked for every few seconds in case a push is lost.
import { bodyOf } from '@medspasync/api-client';
import { JOB_PROGRESS_EVENT, JobProgressWire, type JobStatus, type JobWire } from '@medspasync/schemas';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { socketConnection } from '../../../lib/socket.ts';

/** Often enough to feel live without a socket, rare enough to cost nothing with one. */
const POLL_MS = 2_000;

export const isRunning = (status: JobStatus): boolean => status === 'pending' || status === 'processing';

export interface LiveJob {
  job: JobWire | undefined;
  /** Name of the present stage; known only from pushes. */
  stage: string | undefined;
  error: Error | null;
  retry: () => void;
}

export function useJob(jobId: string): LiveJob {
  const queryClient = useQueryClient();
  const [stage, setStage] = useState<string>();
  const query = useQuery({
    queryKey: queryKeys.job(jobId),
    queryFn: ({ signal }): Promise<JobWire> =>
      bodyOf(api.http.GET('/reconcile/jobs/{job_id}', { params: { path: { job_id: jobId } }, signal })),
    refetchInterval: ({ state }) => (state.data && !isRunning(state.data.status) ? false : POLL_MS),
  });

  useEffect(() => {
    const onProgress = (message: unknown) => {
      const parsed = JobProgressWire.safeParse(message);
      if (!parsed.success || parsed.data.job_id !== jobId) return;
      const { stage: name, ...progress } = parsed.data;
      setStage(name);
      queryClient.setQueryData<JobWire>(queryKeys.job(jobId), (job) => job && { ...job, ...progress });
      // The end brings times and figures that no push carries.
      if (!isRunning(progress.status)) void queryClient.invalidateQueries({ queryKey: queryKeys.job(jobId) });
    };
    const connecting = socketConnection();
    void connecting.then((socket) => socket.on(JOB_PROGRESS_EVENT, onProgress));
    return () => void connecting.then((socket) => socket.off(JOB_PROGRESS_EVENT, onProgress));
  }, [jobId, queryClient]);

  return { job: query.data, stage, error: query.error, retry: () => void query.refetch() };
}
