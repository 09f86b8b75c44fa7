// Route /jobs/:jobId/review: one doubt after the other, until none is left.
import { Button } from '@medspasync/ui';
import { Link, useParams } from 'react-router';
import { paths } from '../../config/paths.ts';
import { ReviewWorkspace } from '../../features/review/components/review-workspace.tsx';
import { formatDollars } from '../../lib/money.ts';
import { Page } from '../../lib/page.tsx';
import { dollarsLeft } from '../../lib/results/money-bar.tsx';
import { useSummary } from '../../lib/results/use-summary.ts';

export function Component() {
  const { jobId = '' } = useParams();
  const { data } = useSummary(jobId);
  const toResults = (
    <Button asChild variant="secondary">
      <Link to={paths.results(jobId)}>Results</Link>
    </Button>
  );
  return (
    <Page
      title="Review"
      className="sm:py-6"
      lead={
        data && (
          <span className="tabular">
            <span className="max-sm:hidden">
              Redeemed {formatDollars(data.summary.reward_amount)} − matched{' '}
              {formatDollars(data.summary.matched_amount)} ={' '}
            </span>
            <strong className="font-semibold text-ink">
              {formatDollars(dollarsLeft(data.summary))} left
            </strong>
          </span>
        )
      }
      actions={toResults}
    >
      <ReviewWorkspace jobId={jobId} whenDone={toResults} />
    </Page>
  );
}
