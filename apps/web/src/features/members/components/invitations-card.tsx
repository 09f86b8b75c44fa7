// Invitations that wait for somebody.
import { Badge, Button, Card, CardHeader, CardTitle, EmptyState, Skeleton } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MailOpen } from 'lucide-react';
import { formatInstant } from '../../../lib/dates.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { useInvitations, withdrawInvitation } from '../api/members.ts';

export function InvitationsCard() {
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch } = useInvitations();
  const withdraw = useMutation({
    mutationFn: withdrawInvitation,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.invitations }),
  });
  const problem = error ?? withdraw.error;
  return (
    <Card aria-labelledby="invitations" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="invitations">Invitations</CardTitle>
      </CardHeader>
      {problem && (
        <ProblemNotice error={problem} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />
      )}
      {isPending && <Skeleton className="mx-5 mb-5 h-20 sm:mx-6" />}
      {data?.length === 0 && (
        <EmptyState icon={MailOpen} title="Nobody is invited" className="border-line border-t py-10">
          Whoever you invite is listed here until they have joined.
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {data.map((invitation) => (
            <li
              key={invitation.invitation_id}
              className="flex items-center justify-between gap-4 px-5 py-3.5 sm:px-6"
            >
              <div className="grid min-w-0 gap-0.5 text-sm">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  <span className="truncate">{invitation.email}</span>
                  <Badge className="capitalize">{invitation.role}</Badge>
                  {invitation.is_expired && <Badge tone="warning">Expired</Badge>}
                </p>
                <p className="text-ink-faint">
                  By {invitation.invited_by} · until {formatInstant(invitation.expires_at)}
                </p>
              </div>
              <Button
                size="sm"
                variant="secondary"
                aria-label={`Withdraw the invitation of ${invitation.email}`}
                busy={withdraw.isPending && withdraw.variables === invitation.invitation_id}
                onClick={() => withdraw.mutate(invitation.invitation_id)}
              >
                Withdraw
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
