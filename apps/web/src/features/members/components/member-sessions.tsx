// Where a member is signed in.
import { Button, Skeleton } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { SessionList } from '../../../lib/session-list.tsx';
import { endMemberSession, endMemberSessions, useMemberSessions } from '../api/members.ts';

export function MemberSessions({ userId }: { userId: string }) {
  const queryClient = useQueryClient();
  const { data, error, isPending } = useMemberSessions(userId);
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: queryKeys.members });
  const end = useMutation({
    mutationFn: (sessionId: string) => endMemberSession(userId, sessionId),
    onSuccess,
  });
  const endAll = useMutation({ mutationFn: () => endMemberSessions(userId), onSuccess });
  const problem = error ?? end.error ?? endAll.error;
  return (
    <section aria-label="Sessions" className="grid gap-2">
      <div className="flex items-center justify-between gap-4">
        <h3 className="font-medium text-sm">Signed in</h3>
        {data && data.length > 1 && (
          <Button size="sm" variant="ghost" busy={endAll.isPending} onClick={() => endAll.mutate()}>
            Sign out everywhere
          </Button>
        )}
      </div>
      {problem && <ProblemNotice error={problem} />}
      {isPending && <Skeleton className="h-12" />}
      {data?.length === 0 && <p className="text-ink-faint text-sm">Nowhere.</p>}
      {data && data.length > 0 && (
        <div className="overflow-hidden rounded-control border border-line border-t-0">
          <SessionList
            sessions={data}
            endingId={end.isPending ? end.variables : undefined}
            onEnd={(sessionId) => end.mutate(sessionId)}
          />
        </div>
      )}
    </section>
  );
}
