// The background job of this slice. The queue knows ids only.
import * as z from 'zod';
import type { JobDefinition, JobQueue } from '../../platform/queue/index.ts';

export interface SettleJobData {
  organizationId: string;
  settlementId: string;
}

export const SETTLE_JOB: JobDefinition<SettleJobData> = {
  name: 'settle-reimbursements',
  data: z.strictObject({ organizationId: z.uuid(), settlementId: z.uuid() }),
  // Also tried again when somebody settled something in the meantime.
  attempts: 5,
};

export const enqueueSettlement = (queue: JobQueue, data: SettleJobData): Promise<void> =>
  queue.enqueue(SETTLE_JOB, `${data.organizationId}.${data.settlementId}`, data);
