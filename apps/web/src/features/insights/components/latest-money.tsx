// The latest reconciliation's money at a glance, and the one thing to do next.
import type { JobWire } from '@medspasync/schemas';
import { Button, Card, Skeleton } from '@medspasync/ui';
import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router';
import { paths } from '../../../config/paths.ts';
import { countOf, formatCount } from '../../../lib/counts.ts';
import { formatAgo } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { MoneyBar } from '../../../lib/results/money-bar.tsx';
import { dollarsLeft } from '../../../lib/results/money-left.ts';
import { useSummary } from '../../../lib/results/use-summary.ts';

export function LatestMoney({ job }: { job: JobWire }) {
  const { data, isPending, error, refetch } = useSummary(job.job_id);
  if (error && !data) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton className="h-80 rounded-card" />;
  const { summary } = data;
  const left = dollarsLeft(summary);
  return (
    <Card aria-labelledby="latest-money" className="grid gap-8 p-5 sm:p-8">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div className="grid gap-2">
          <h2 id="latest-money" className="text-ink-soft text-sm">
            Left to account for, reconciled {formatAgo(job.completed_at ?? job.created_at, Date.now())}
          </h2>
          <p className="tabular font-semibold text-[clamp(2.75rem,1.8rem+4vw,4.25rem)] leading-none tracking-[-0.04em]">
            {formatDollars(left)}
          </p>
        </div>
        <div className="flex flex-wrap gap-2.5">
          {summary.pending_reviews > 0 && (
            <Button asChild size="lg">
              <Link to={paths.review(job.job_id)}>
                Review {formatCount(summary.pending_reviews)}
                <ArrowRight aria-hidden />
              </Link>
            </Button>
          )}
          <Button asChild size="lg" variant="secondary">
            <Link to={paths.results(job.job_id)}>See results</Link>
          </Button>
        </div>
      </div>
      <MoneyBar summary={summary} />
      {summary.unclaimed_pos > 0 && (
        <p className="text-ink-soft text-sm">
          {countOf(summary.unclaimed_pos, 'POS transaction')} without a reward: ordinary sales, and perhaps
          discounts never redeemed.{' '}
          <Link
            to={`${paths.results(job.job_id)}?view=unclaimed`}
            className="rounded-sm text-accent-ink underline underline-offset-4"
          >
            Look through them
          </Link>
        </p>
      )}
    </Card>
  );
}
