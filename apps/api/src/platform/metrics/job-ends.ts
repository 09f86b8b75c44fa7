// What is counted when a job ends: once, in the process that ended it, or in the API that started that process where it has no
// page of its own for Prometheus.
import * as z from 'zod';
import type { Metrics } from './metrics.ts';

export const JobEnd = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('job'), job: z.string(), outcome: z.enum(['completed', 'failed']) }),
  z.object({
    kind: z.literal('reconciliation'),
    outcome: z.enum(['completed', 'failed', 'cancelled']),
    seconds: z.number(),
    matches: z.int(),
  }),
]);
export type JobEnd = z.infer<typeof JobEnd>;

export function countJobEnd(metrics: Pick<Metrics, 'jobs' | 'jobSeconds' | 'matches'>, end: JobEnd): void {
  if (end.kind === 'job') {
    metrics.jobs.inc({ job: end.job, outcome: end.outcome });
    return;
  }
  metrics.jobSeconds.observe({ outcome: end.outcome }, end.seconds);
  if (end.outcome === 'completed') metrics.matches.inc({ decision: 'automatic' }, end.matches);
}
