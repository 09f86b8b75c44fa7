// The terms of every program, each from its first day on.
import type { ProgramRuleWire } from '@medspasync/schemas';
import { Button, Card, CardHeader, CardTitle, Skeleton } from '@medspasync/ui';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { useProgramRules } from '../api/program-rules.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RulesTable } from './rules-table.tsx';

export function RulesCard({ mayManage }: { mayManage: boolean }) {
  const { data, error, isPending, refetch } = useProgramRules();
  const [editing, setEditing] = useState<ProgramRuleWire | 'new'>();
  return (
    <Card aria-labelledby="rules" className="overflow-hidden">
      <CardHeader className="items-center justify-between">
        <CardTitle id="rules">Terms</CardTitle>
        {mayManage && data && (
          <Button size="sm" variant="secondary" onClick={() => setEditing('new')}>
            <Plus aria-hidden />
            New terms
          </Button>
        )}
      </CardHeader>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />}
      {isPending && <Skeleton className="mx-5 mb-5 h-40 sm:mx-6" />}
      {data && <RulesTable rules={data} onChange={mayManage ? setEditing : undefined} />}
      {editing && (
        <RuleDialog rule={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </Card>
  );
}
