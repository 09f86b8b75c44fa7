// The ways back in for a member: a forgotten password, a lost second factor.
import type { MemberWire, PasswordResetWire } from '@medspasync/schemas';
import { Button, Callout } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { paths } from '../../../config/paths.ts';
import { Copyable } from '../../../lib/copyable.tsx';
import { formatInstant } from '../../../lib/dates.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { resetPassword, resetSecondFactor } from '../api/members.ts';
import { linkOf } from './link-of.ts';

export function ResetLinks({ member }: { member: MemberWire }) {
  const queryClient = useQueryClient();
  const reset = useMutation({
    mutationFn: (ask: (userId: string) => Promise<PasswordResetWire>) => ask(member.user_id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.members }),
  });
  return (
    <section aria-label="Ways back in" className="grid gap-3">
      <h3 className="font-medium text-sm">Ways back in</h3>
      <div className="flex flex-wrap gap-2.5">
        <Button
          size="sm"
          variant="secondary"
          busy={reset.isPending}
          onClick={() => reset.mutate(resetPassword)}
        >
          Link for a new password
        </Button>
        {member.has_second_factor && (
          <Button
            size="sm"
            variant="secondary"
            busy={reset.isPending}
            onClick={() => reset.mutate(resetSecondFactor)}
          >
            Take the second factor away
          </Button>
        )}
      </div>
      {reset.isError && <ProblemNotice error={reset.error} />}
      {reset.data && (
        <Callout title={`Hand this to ${member.display_name}, and to nobody else`}>
          <p className="mb-1">It works once, until {formatInstant(reset.data.expires_at)}.</p>
          <Copyable label="the link" text={linkOf(paths.resetPassword, reset.data.token)} />
        </Callout>
      )}
    </section>
  );
}
