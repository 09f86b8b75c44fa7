// The book, the latest first; for members without patient access, without its names.
import { Badge, Button, Card, CardHeader, CardTitle, EmptyState, Pager, Skeleton } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BookUser } from 'lucide-react';
import { useState } from 'react';
import { countOf } from '../../../lib/counts.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { ALIASES_PER_PAGE, removeAlias, useAliases } from '../api/aliases.ts';
import { KIND_WORDS } from './kind-words.ts';

export function AliasesCard({ mayManage }: { mayManage: boolean }) {
  const queryClient = useQueryClient();
  const [page, setPage] = useState(1);
  const { data, error, isPending, refetch } = useAliases(page);
  const remove = useMutation({
    mutationFn: removeAlias,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.aliases }),
  });
  const problem = error ?? remove.error;
  return (
    <Card aria-labelledby="aliases" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="aliases">
          {data ? countOf(data.total, 'pair of names', 'pairs of names') : 'Names'}
        </CardTitle>
      </CardHeader>
      {problem && (
        <ProblemNotice error={problem} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />
      )}
      {isPending && <Skeleton className="mx-5 mb-5 h-24 sm:mx-6" />}
      {data?.total === 0 && (
        <EmptyState icon={BookUser} title="The book is empty" className="border-line border-t py-10">
          When you approve a pair whose names differ, you can have it remembered.
        </EmptyState>
      )}
      {data && data.aliases.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {data.aliases.map((alias) => {
            const names = alias.names?.join(' · ') ?? 'Names you may not see';
            return (
              <li
                key={alias.alias_id}
                className="flex flex-wrap items-center justify-between gap-3 px-5 py-3.5 sm:px-6"
              >
                <div className="grid min-w-0 gap-0.5 text-sm">
                  <p className="flex flex-wrap items-center gap-2 font-medium">
                    <span className="wrap-anywhere">{names}</span>
                    <Badge tone={alias.kind === 'alias' ? 'accent' : 'neutral'}>
                      {KIND_WORDS[alias.kind].label}
                    </Badge>
                  </p>
                  <p className="text-ink-faint">
                    By {alias.confirmed_by}, {formatInstant(alias.confirmed_at)}
                    {alias.result_id && ', on approving a pair'}
                  </p>
                </div>
                {mayManage && (
                  <Button
                    size="sm"
                    variant="secondary"
                    aria-label={`Remove ${names}`}
                    busy={remove.isPending && remove.variables === alias.alias_id}
                    onClick={() => remove.mutate(alias.alias_id)}
                  >
                    Remove
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {data && <Pager page={page} pageSize={ALIASES_PER_PAGE} total={data.total} onPage={setPage} />}
    </Card>
  );
}
