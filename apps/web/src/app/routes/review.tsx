// Route /jobs/:jobId/review: one doubt after the other, until none is left.
import { Button } from '@medspasync/ui';
import { Link, useParams, useSearchParams } from 'react-router';
import { paths } from '../../config/paths.ts';
import { QueueTabs } from '../../features/review/components/queue-tabs.tsx';
import { type QueueName, queueNamed } from '../../features/review/components/queues.ts';
import { ReviewWorkspace } from '../../features/review/components/review-workspace.tsx';
import { formatDollars } from '../../lib/money.ts';
import { Page } from '../../lib/page.tsx';
import { dollarsLeft, redeemedLess } from '../../lib/results/money-left.ts';
import { useSummary } from '../../lib/results/use-summary.ts';

export function Component() {
  const { jobId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const queue = queueNamed(search.get('queue'));
  const { data } = useSummary(jobId);
  const toQueue = (next: QueueName) => setSearch({ queue: next }, { replace: true });
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
            <span className="max-sm:hidden">{redeemedLess(data.summary)} = </span>
            <strong className="font-semibold text-ink">
              {formatDollars(dollarsLeft(data.summary))} left
            </strong>
          </span>
        )
      }
      actions={toResults}
    >
      <QueueTabs jobId={jobId} queue={queue} onQueue={toQueue}>
        <ReviewWorkspace key={queue} jobId={jobId} queue={queue} whenDone={toResults} onQueue={toQueue} />
      </QueueTabs>
    </Page>
  );
}
