// Route /: the latest job's money, and the jobs before it.
import { Card, CardHeader, CardTitle, EmptyState, Skeleton } from '@medspasync/ui';
import { HandCoins } from 'lucide-react';
import { Link } from 'react-router';
import { paths } from '../../config/paths.ts';
import { useHistory } from '../../features/history/api/use-history.ts';
import { JobList } from '../../features/history/components/job-list.tsx';
import { LatestMoney } from '../../features/insights/components/latest-money.tsx';
import { Page } from '../../lib/page.tsx';
import { ProblemNotice } from '../../lib/problem-notice.tsx';
import { StartLink } from '../start-link.tsx';

const RECENT_JOBS = 5;

export function Component() {
  const { data: jobs, error, isPending, refetch } = useHistory();
  const latest = jobs?.find(({ status }) => status === 'completed');
  return (
    <Page title="Overview" actions={latest && <StartLink variant="secondary" />}>
      {error && !jobs && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton className="h-80 rounded-card" />}
      {latest && <LatestMoney job={latest} />}
      {jobs && !latest && (
        <Card>
          <EmptyState icon={HandCoins} title="No reconciliation yet" action={<StartLink />}>
            Bring the loyalty portal’s redemptions and the point of sale’s transactions as two files. Every
            reward is matched with its sale, or you are told why not.
          </EmptyState>
        </Card>
      )}
      {jobs && jobs.length > 0 && (
        <Card aria-labelledby="recent" className="overflow-hidden">
          <CardHeader className="justify-between">
            <CardTitle id="recent">Recent reconciliations</CardTitle>
            <Link
              to={paths.history}
              className="rounded-sm text-accent-ink text-sm underline underline-offset-4"
            >
              See all
            </Link>
          </CardHeader>
          <JobList jobs={jobs.slice(0, RECENT_JOBS)} />
        </Card>
      )}
    </Page>
  );
}
