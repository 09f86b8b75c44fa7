// Counts jobs as they finish. Workers have no page for Prometheus; the API hears of every end from the queue.
import { JOB_PROGRESS_EVENT, JobProgressWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import type { PublishedEvent } from '../../platform/queue/index.ts';
import { isOver } from './job.ts';
import type { JobsRepository } from './jobs.repository.ts';

export interface FinishedJobsNeeds {
  jobs: JobsRepository;
  withinOrganization: WithinOrganization;
  metrics: Pick<Metrics, 'jobSeconds' | 'matches'>;
  logger: Logger;
}

/** For `queue.onPublished`. */
export const countFinishedJobs =
  (needs: FinishedJobsNeeds) =>
  (published: PublishedEvent): void => {
    count(published, needs).catch((error: unknown) =>
      needs.logger.warn({ err: error }, 'could not count a job'),
    );
  };

async function count(
  { event, organizationId, payload }: PublishedEvent,
  needs: FinishedJobsNeeds,
): Promise<void> {
  if (event !== JOB_PROGRESS_EVENT) return;
  const { job_id: jobId, status } = JobProgressWire.parse(payload);
  if (!isOver(status)) return;
  const job = await needs.withinOrganization(organizationId, () => needs.jobs.find(jobId));
  if (!job?.startedAt || !job.completedAt) return;
  const seconds = (job.completedAt.getTime() - job.startedAt.getTime()) / 1000;
  needs.metrics.jobSeconds.observe({ outcome: status }, seconds);
  if (status === 'completed') needs.metrics.matches.inc({ decision: 'automatic' }, job.matchesFound);
}
