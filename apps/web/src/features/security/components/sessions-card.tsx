// Where one is signed in, and the way out of each.
import { Button, Card, CardHeader, CardTitle, Skeleton } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { SessionList } from '../../../lib/session-list.tsx';
import { endOtherSessions, endSession, useSessions } from '../api/account.ts';

export function SessionsCard() {
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch } = useSessions();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: queryKeys.sessions });
  const end = useMutation({ mutationFn: endSession, onSuccess });
  const endOthers = useMutation({ mutationFn: endOtherSessions, onSuccess });
  const problem = error ?? end.error ?? endOthers.error;
  return (
    <Card aria-labelledby="sessions" className="overflow-hidden">
      <CardHeader className="items-center justify-between">
        <CardTitle id="sessions">Where you are signed in</CardTitle>
        {data && data.length > 1 && (
          <Button size="sm" variant="ghost" busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
            Sign out everywhere else
          </Button>
        )}
      </CardHeader>
      {problem && (
        <ProblemNotice error={problem} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />
      )}
      {isPending && <Skeleton className="mx-5 mb-5 h-20 sm:mx-6" />}
      {data && (
        <SessionList
          sessions={data}
          endingId={end.isPending ? end.variables : undefined}
          onEnd={(sessionId) => end.mutate(sessionId)}
        />
      )}
    </Card>
  );
}
