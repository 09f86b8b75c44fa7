// Route /history: every reconciliation, newest first.
import { Card, EmptyState } from '@medspasync/ui';
import { History } from 'lucide-react';
import { useHistory } from '../../features/history/api/use-history.ts';
import { JobList } from '../../features/history/components/job-list.tsx';
import { JobListSkeleton } from '../../features/history/components/job-list-skeleton.tsx';
import { Page } from '../../lib/page.tsx';
import { ProblemNotice } from '../../lib/problem-notice.tsx';
import { StartLink } from '../start-link.tsx';

export function Component() {
  const { data: jobs, error, isPending, refetch } = useHistory();
  return (
    <Page title="History" lead="Reconciliations of your organization, newest first.">
      {error && !jobs && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <Card aria-label="Reconciliations" className="overflow-hidden">
        {isPending && <JobListSkeleton />}
        {jobs && jobs.length > 0 && <JobList jobs={jobs} withActions />}
        {jobs?.length === 0 && (
          <EmptyState icon={History} title="Nothing yet" action={<StartLink />}>
            The first reconciliation will be listed here.
          </EmptyState>
        )}
      </Card>
    </Page>
  );
}
