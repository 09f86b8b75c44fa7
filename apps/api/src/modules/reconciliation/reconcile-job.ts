// The background job of this slice. The queue knows ids only.
import * as z from 'zod';
import type { JobDefinition, JobQueue } from '../../platform/queue/index.ts';

export interface ReconcileJobData {
  organizationId: string;
  jobId: string;
}

export const RECONCILE_JOB: JobDefinition<ReconcileJobData> = {
  name: 'reconcile',
  data: z.strictObject({ organizationId: z.uuid(), jobId: z.uuid() }),
  attempts: 3,
};

/** Job ids are chosen by callers and unique within their organization only, so the queue's own carry both. */
export const enqueueReconciliation = (queue: JobQueue, data: ReconcileJobData): Promise<void> =>
  queue.enqueue(RECONCILE_JOB, `${data.organizationId}.${data.jobId}`, data);
