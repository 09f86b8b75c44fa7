// Events pushed over Socket.IO to the members of an organization.
import * as z from 'zod';
import { JobStatusWire } from './jobs.ts';

export const JOB_PROGRESS_EVENT = 'job:progress';

export const JobProgressWire = z.object({
  job_id: z.uuid(),
  status: JobStatusWire,
  processed_transactions: z.int(),
  total_transactions: z.int(),
  matches_found: z.int(),
  progress_percent: z.number(),
  stage: z.string(),
});
export type JobProgressWire = z.infer<typeof JobProgressWire>;
