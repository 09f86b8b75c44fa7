// Every close, and what was opened again and why.
import { type PeriodWire, PROGRAMS } from '@medspasync/schemas';
import { Badge, Button, Card, CardHeader, CardTitle, EmptyState, Skeleton } from '@medspasync/ui';
import { LockKeyhole, LockKeyholeOpen } from 'lucide-react';
import { useState } from 'react';
import { formatInstant, formatMonth } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { usePeriods } from '../api/periods.ts';
import { ReopenDialog } from './reopen-dialog.tsx';

export function PeriodsCard({ mayReopen }: { mayReopen: boolean }) {
  const { data, error, isPending, refetch } = usePeriods();
  const [reopening, setReopening] = useState<PeriodWire>();
  return (
    <Card aria-labelledby="closed-months" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="closed-months">Closed months</CardTitle>
      </CardHeader>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />}
      {isPending && <Skeleton className="mx-5 mb-5 h-20 sm:mx-6" />}
      {data?.length === 0 && (
        <EmptyState icon={LockKeyhole} title="No month is closed yet" className="border-line border-t py-10">
          A closed month keeps its figures as they were on the day of its close.
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {data.map((period) => (
            <li
              key={period.period_id}
              className="flex flex-wrap items-start justify-between gap-3 px-5 py-3.5 sm:px-6"
            >
              <PeriodWords period={period} />
              {mayReopen && period.is_closed && (
                <Button
                  size="sm"
                  variant="secondary"
                  aria-label={`Reopen ${titleOf(period)}`}
                  onClick={() => setReopening(period)}
                >
                  Reopen
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {reopening && (
        <ReopenDialog
          periodId={reopening.period_id}
          title={`Reopen ${titleOf(reopening)}`}
          onClose={() => setReopening(undefined)}
        />
      )}
    </Card>
  );
}

const titleOf = ({ location_name, month, program }: PeriodWire): string =>
  [formatMonth(month), location_name, program && PROGRAMS[program].name].filter(Boolean).join(', ');

function PeriodWords({ period }: { period: PeriodWire }) {
  const { figures } = period;
  return (
    <div className="grid min-w-0 gap-0.5 text-sm">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {titleOf(period)}
        {period.is_closed ? (
          <Badge tone="success">
            <LockKeyhole aria-hidden />
            Closed
          </Badge>
        ) : (
          <Badge tone="warning">
            <LockKeyholeOpen aria-hidden />
            Reopened
          </Badge>
        )}
      </p>
      <p className="tabular text-ink-soft">
        Redeemed {formatDollars(figures.reward_amount)}, matched {formatDollars(figures.matched_amount)},
        written off {formatDollars(figures.written_off_amount)}, open {formatDollars(figures.open_amount)}
      </p>
      <p className="text-ink-faint">
        Closed by {period.closed_by}, {formatInstant(period.closed_at)}
      </p>
      {period.reopened_at && (
        <p className="text-ink-faint">
          Reopened by {period.reopened_by}, {formatInstant(period.reopened_at)}: “{period.reopen_reason}”
        </p>
      )}
    </div>
  );
}
