// One month before its close: its figures, what is open, and the button.
import { type LocationWire, PROGRAMS } from '@medspasync/schemas';
import { Button, Callout, Card, CardBody, CardHeader, CardTitle, EmptyState, Skeleton } from '@medspasync/ui';
import { LockKeyhole, PartyPopper } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../lib/counts.ts';
import { formatInstant, formatMonth } from '../../../lib/dates.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { type PeriodScope, usePreview } from '../api/periods.ts';
import { CloseDialog } from './close-dialog.tsx';
import { lastMonths } from './months.ts';
import { OpenItems } from './open-items.tsx';
import { PeriodFigures } from './period-figures.tsx';
import { ScopeControls } from './scope-controls.tsx';

export interface CloseCardProps {
  locations: readonly LocationWire[];
  mayClose: boolean;
}

export function CloseCard({ locations, mayClose }: CloseCardProps) {
  const [scope, setScope] = useState<PeriodScope>(() => ({
    // The month that is over is the one to close.
    month: lastMonths(new Date(), 2)[1] ?? '',
    locationId: '',
    program: '',
  }));
  const { data: preview, error, isPending, refetch } = usePreview(scope);
  const [isAsking, setIsAsking] = useState(false);
  const location = locations.find(({ location_id }) => location_id === scope.locationId)?.name;
  const scopeWords = [formatMonth(scope.month), location, scope.program && PROGRAMS[scope.program].name]
    .filter(Boolean)
    .join(', ');
  const closed = preview?.closed.filter(({ is_closed }) => is_closed) ?? [];
  const isClosed = closed.length > 0;
  return (
    <Card aria-labelledby="close-month" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="close-month">{scopeWords}</CardTitle>
      </CardHeader>
      <CardBody className="grid gap-6">
        <ScopeControls scope={scope} locations={locations} onScope={setScope} />
        {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {isPending && <Skeleton className="h-24" />}
        {preview && <PeriodFigures figures={preview.figures} />}
        {closed.map((period) => (
          <Callout key={period.period_id} tone="info" title="Closed">
            {[period.location_name, period.program && PROGRAMS[period.program].name]
              .filter(Boolean)
              .join(', ') || 'The whole month'}
            , by {period.closed_by}, {formatInstant(period.closed_at)}.
          </Callout>
        ))}
        {preview && mayClose && !isClosed && (
          <div className="flex flex-wrap items-center gap-4">
            <Button disabled={!preview.is_over} onClick={() => setIsAsking(true)}>
              <LockKeyhole aria-hidden />
              Close month
            </Button>
            {!preview.is_over && <p className="text-ink-soft text-sm">The month is not over yet.</p>}
          </div>
        )}
      </CardBody>
      {preview && preview.figures.open === 0 && preview.figures.rewards > 0 && !isClosed && (
        <EmptyState
          icon={PartyPopper}
          title={`All clear for ${formatMonth(scope.month)}`}
          className="border-line border-t py-8"
        >
          Nothing about its rewards is open.
        </EmptyState>
      )}
      {preview && preview.open_items.length > 0 && (
        <>
          <h3 className="border-line border-t px-5 pt-4 pb-3 font-semibold text-sm sm:px-6">
            Open, the dearest first
            {preview.figures.open > preview.open_items.length && (
              <span className="font-normal text-ink-faint">
                {' '}
                ({formatCount(preview.open_items.length)} of {formatCount(preview.figures.open)})
              </span>
            )}
          </h3>
          <OpenItems items={preview.open_items} />
        </>
      )}
      {preview && isAsking && (
        <CloseDialog preview={preview} scopeWords={scopeWords} onClose={() => setIsAsking(false)} />
      )}
    </Card>
  );
}
