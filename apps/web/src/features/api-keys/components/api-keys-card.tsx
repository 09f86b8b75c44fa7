// Every key that has not been revoked.
import type { ApiKeyWire } from '@medspasync/schemas';
import { Badge, Button, Card, CardHeader, CardTitle, EmptyState, Skeleton } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { countOf } from '../../../lib/counts.ts';
import { formatAgo, formatInstant } from '../../../lib/dates.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { revokeApiKey, useApiKeys } from '../api/api-keys.ts';

export function ApiKeysCard() {
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch } = useApiKeys();
  const revoke = useMutation({
    mutationFn: revokeApiKey,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.apiKeys }),
  });
  const problem = error ?? revoke.error;
  return (
    <Card aria-labelledby="keys" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="keys">{data ? countOf(data.length, 'key') : 'Keys'}</CardTitle>
      </CardHeader>
      {problem && (
        <ProblemNotice error={problem} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />
      )}
      {isPending && <Skeleton className="mx-5 mb-5 h-24 sm:mx-6" />}
      {data?.length === 0 && (
        <EmptyState icon={KeyRound} title="No key yet" className="border-line border-t py-10">
          A key lets a program upload files and fetch results without anybody’s password.
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {data.map((key) => (
            <li key={key.api_key_id} className="flex items-start justify-between gap-4 px-5 py-3.5 sm:px-6">
              <KeyWords apiKey={key} />
              <Button
                size="sm"
                variant="secondary"
                aria-label={`Revoke ${key.name}`}
                busy={revoke.isPending && revoke.variables === key.api_key_id}
                onClick={() => revoke.mutate(key.api_key_id)}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function KeyWords({ apiKey }: { apiKey: ApiKeyWire }) {
  const { expires_at, last_used_at, name, permissions, prefix } = apiKey;
  const isOver = Date.parse(expires_at) <= Date.now();
  return (
    <div className="grid min-w-0 gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {name}
        {prefix && <code className="font-normal text-ink-faint">{prefix}…</code>}
        {isOver && <Badge tone="warning">Expired</Badge>}
      </p>
      <p className="text-ink-faint">
        {last_used_at ? `Used ${formatAgo(last_used_at, Date.now())}` : 'Never used'}
        {' · '}
        until {formatInstant(expires_at)}
      </p>
      <p className="break-words text-ink-soft text-xs">{permissions.join(', ')}</p>
    </div>
  );
}
