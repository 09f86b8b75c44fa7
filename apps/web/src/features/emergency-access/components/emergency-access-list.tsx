// Emergency accesses, and what is still to be done about each.
import type { BreakGlassWire } from '@medspasync/schemas';
import { Badge, Button, Card, CardHeader, CardTitle, EmptyState, Skeleton } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Siren } from 'lucide-react';
import { useState } from 'react';
import { formatInstant } from '../../../lib/dates.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { giveBack, useEmergencyAccesses } from '../api/emergency-access.ts';
import { REASON_WITHHELD } from '../reason-withheld.ts';
import { ReviewDialog } from './review-dialog.tsx';

export interface EmergencyAccessListProps {
  ownId: string;
  mayReview: boolean;
}

export function EmergencyAccessList({ mayReview, ownId }: EmergencyAccessListProps) {
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch } = useEmergencyAccesses();
  const [reviewing, setReviewing] = useState<BreakGlassWire>();
  const end = useMutation({ mutationFn: giveBack, onSuccess: () => queryClient.invalidateQueries() });
  const problem = error ?? end.error;
  return (
    <Card aria-labelledby="accesses" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="accesses">What was opened</CardTitle>
      </CardHeader>
      {problem && (
        <ProblemNotice error={problem} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />
      )}
      {isPending && <Skeleton className="mx-5 mb-5 h-20 sm:mx-6" />}
      {data?.length === 0 && (
        <EmptyState icon={Siren} title="Never needed" className="border-line border-t py-10">
          Nobody has opened emergency access.
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {data.map((access) => (
            <li
              key={access.break_glass_id}
              className="flex items-start justify-between gap-4 px-5 py-3.5 sm:px-6"
            >
              <AccessWords access={access} />
              {access.is_open && access.user_id === ownId && (
                <Button
                  size="sm"
                  variant="secondary"
                  busy={end.isPending}
                  onClick={() => end.mutate(access.break_glass_id)}
                >
                  Give back
                </Button>
              )}
              {mayReview && !access.is_open && !access.reviewed_at && access.user_id !== ownId && (
                <Button size="sm" variant="secondary" onClick={() => setReviewing(access)}>
                  Review
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {reviewing && <ReviewDialog access={reviewing} onClose={() => setReviewing(undefined)} />}
    </Card>
  );
}

function AccessWords({ access }: { access: BreakGlassWire }) {
  const { display_name, ended_at, expires_at, is_open, opened_at, reason, review_note, reviewed_by } = access;
  return (
    <div className="grid min-w-0 gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {display_name}
        {is_open && <Badge tone="danger">Open</Badge>}
        {!is_open && !reviewed_by && <Badge tone="warning">To be reviewed</Badge>}
        {reviewed_by && <Badge tone="success">Reviewed</Badge>}
      </p>
      <p className="break-words text-ink-soft">{reason ?? REASON_WITHHELD}</p>
      <p className="text-ink-faint">
        {formatInstant(opened_at)} – {formatInstant(ended_at ?? expires_at)}
      </p>
      {reviewed_by && (
        <p className="break-words text-ink-faint">
          {review_note === null ? `Reviewed by ${reviewed_by}` : `${reviewed_by}: ${review_note}`}
        </p>
      )}
    </div>
  );
}
