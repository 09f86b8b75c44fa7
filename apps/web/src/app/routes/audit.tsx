// Route /audit: what happened in the organization, and whether the log of it can be trusted.
import { Card, EmptyState, Pager, Skeleton } from '@medspasync/ui';
import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import {
  AUDIT_PAGE_SIZE,
  type AuditFilter,
  EVERYTHING,
  useAuditEvents,
} from '../../features/audit/api/use-audit-events.ts';
import { useVerification } from '../../features/audit/api/use-verification.ts';
import { AuditActions } from '../../features/audit/components/audit-actions.tsx';
import { EventFilters } from '../../features/audit/components/event-filters.tsx';
import { EventList } from '../../features/audit/components/event-list.tsx';
import { VerificationNotice } from '../../features/audit/components/verification-notice.tsx';
import { Page } from '../../lib/page.tsx';
import { ProblemNotice } from '../../lib/problem-notice.tsx';

export function Component() {
  const [filter, setFilter] = useState(EVERYTHING);
  const [page, setPage] = useState(1);
  const { data, error, refetch } = useAuditEvents(filter, page);
  const verification = useVerification();
  const events = data?.events ?? [];
  const narrow = (next: AuditFilter) => {
    setFilter(next);
    setPage(1);
  };
  return (
    <Page
      title="Audit log"
      lead="Who saw or changed what, newest first. Events can be added, never changed."
      actions={
        <AuditActions
          events={events}
          isVerifying={verification.isPending}
          onVerify={() => verification.mutate()}
        />
      }
    >
      {verification.error && <ProblemNotice error={verification.error} />}
      {verification.data && <VerificationNotice verification={verification.data} />}
      {error && !data && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <Card aria-label="Events" className="overflow-hidden">
        <EventFilters filter={filter} onFilter={narrow} />
        {!data && !error && (
          <div role="status" className="grid gap-3 p-5">
            <span className="sr-only">Loading events</span>
            <Skeleton className="h-10" />
            <Skeleton className="h-10" />
            <Skeleton className="h-10" />
          </div>
        )}
        {events.length > 0 && <EventList events={events} />}
        {data && events.length === 0 && (
          <EmptyState icon={ScrollText} title="No such event">
            Choose another kind, or other days.
          </EmptyState>
        )}
        {data && <Pager page={page} pageSize={AUDIT_PAGE_SIZE} total={data.total_events} onPage={setPage} />}
      </Card>
    </Page>
  );
}
