// Route /jobs/:jobId: a job while it runs; its results as soon as it has any.
import { Skeleton } from '@medspasync/ui';
import { Navigate, useParams } from 'react-router';
import { paths } from '../../config/paths.ts';
import { isRunning, useJob } from '../../features/reconciliation/api/use-job.ts';
import { JobEnded } from '../../features/reconciliation/components/job-ended.tsx';
import { JobProgress } from '../../features/reconciliation/components/job-progress.tsx';
import { JobButton } from '../../lib/jobs/job-button.tsx';
import { Page } from '../../lib/page.tsx';
import { ProblemNotice } from '../../lib/problem-notice.tsx';
import { StartLink } from '../start-link.tsx';

export function Component() {
  const { jobId = '' } = useParams();
  const { job, stage, error, retry } = useJob(jobId);
  if (job?.status === 'completed') return <Navigate to={paths.results(jobId)} replace />;
  return (
    <Page title="Reconciling" heading={job && !isRunning(job.status) ? 'Reconciliation' : undefined}>
      {error && !job && <ProblemNotice error={error} onRetry={retry} />}
      {!job && !error && <Skeleton className="h-64 rounded-card" />}
      {job && isRunning(job.status) && <JobProgress job={job} stage={stage} />}
      {job && !isRunning(job.status) && (
        <JobEnded
          job={job}
          action={
            <>
              <JobButton job={job} />
              <StartLink />
            </>
          }
        />
      )}
    </Page>
  );
}
