// The background job of this slice. The queue knows ids only.
import * as z from 'zod';
import type { JobDefinition, JobQueue } from '../../../platform/queue/index.ts';

export interface ReconcileJobData {
  organizationId: string;
  jobId: string;
}

export const RECONCILE_JOB: JobDefinition<ReconcileJobData> = {
  name: 'reconcile',
  data: z.strictObject({ organizationId: z.uuid(), jobId: z.uuid() }),
  attempts: 3,
};

/** What the queue has to know of a job. */
export interface QueuedReconciliation extends ReconcileJobData {
  retries: number;
  /** Jobs of its organization that wait or run before it. */
  ahead: number;
}

/**
 * Job ids are chosen by callers and unique within their organization only, so the queue's own carry both, and the retry.
 * An organization's first job goes before the second of any other: who has many waiting holds up only itself.
 */
export const enqueueReconciliation = (
  queue: JobQueue,
  { ahead, jobId, organizationId, retries }: QueuedReconciliation,
): Promise<void> => {
  const id = `${organizationId}.${jobId}${retries === 0 ? '' : `.${retries}`}`;
  return queue.enqueue(RECONCILE_JOB, id, { organizationId, jobId }, ahead + 1);
};
