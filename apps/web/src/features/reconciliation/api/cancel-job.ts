// Cancels a job; its partial work is discarded.
import { bodyOf } from '@medspasync/api-client';
import { api } from '../../../lib/api.ts';

export const cancelJob = (jobId: string) =>
  bodyOf(api.http.DELETE('/reconcile/jobs/{job_id}', { params: { path: { job_id: jobId } } }));
