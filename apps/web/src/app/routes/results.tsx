// Route /jobs/:jobId/results: the totals in dollars, then the rows behind them.
import { Button, Card, Skeleton } from '@medspasync/ui';
import { ArrowRight } from 'lucide-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { paths } from '../../config/paths.ts';
import { ExportMenu } from '../../features/exports/components/export-menu.tsx';
import { LeftOutNotice } from '../../features/results/components/left-out-notice.tsx';
import { ResultBrowser } from '../../features/results/components/result-browser.tsx';
import { RunWarnings } from '../../features/results/components/run-warnings.tsx';
import { viewNamed } from '../../features/results/components/views.ts';
import { countOf, formatCount } from '../../lib/counts.ts';
import { formatDuration } from '../../lib/dates.ts';
import { Page } from '../../lib/page.tsx';
import { ProblemNotice } from '../../lib/problem-notice.tsx';
import { MoneyBar } from '../../lib/results/money-bar.tsx';
import { useSummary } from '../../lib/results/use-summary.ts';

export function Component() {
  const { jobId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const { data, error, isPending, refetch } = useSummary(jobId);
  const took = data?.performance && `, in ${formatDuration(data.performance.processing_time_ms)}`;
  return (
    <Page
      title="Results"
      lead={data && `${countOf(data.summary.total_transactions, 'transaction')} reconciled${took ?? ''}.`}
      actions={
        <>
          <ExportMenu jobId={jobId} />
          {data && data.summary.pending_reviews > 0 && (
            <Button asChild>
              <Link to={paths.review(jobId)}>
                Review {formatCount(data.summary.pending_reviews)}
                <ArrowRight aria-hidden />
              </Link>
            </Button>
          )}
        </>
      }
    >
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton className="h-52 rounded-card" />}
      {data && (
        <>
          <Card aria-label="Totals" className="p-5 sm:p-6">
            <MoneyBar summary={data.summary} />
          </Card>
          <LeftOutNotice leftOut={data.summary.left_out} />
          <RunWarnings performance={data.performance} />
          <ResultBrowser
            jobId={jobId}
            summary={data.summary}
            totalResults={data.totalResults}
            view={viewNamed(search.get('view'), data.summary)}
            onView={(view) => setSearch({ view }, { replace: true })}
          />
        </>
      )}
    </Page>
  );
}
