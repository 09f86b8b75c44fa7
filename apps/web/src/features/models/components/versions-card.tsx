// Every model there is, which one is at work, and the way to another: forward to a better one, or back.
import type { ModelVersionWire } from '@medspasync/schemas';
import { Badge, Button, Card, CardHeader, CardTitle, Skeleton, useToast } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { countOf } from '../../../lib/counts.ts';
import { formatDay } from '../../../lib/dates.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { promoteModel, useModelVersions } from '../api/models.ts';
import { FiguresTable } from './figures-table.tsx';

export function VersionsCard({ mayPromote }: { mayPromote: boolean }) {
  const queryClient = useQueryClient();
  const showToast = useToast();
  const { data, error, isPending, refetch } = useModelVersions();
  const promote = useMutation({
    mutationFn: promoteModel,
    onSuccess: (versions) => {
      queryClient.setQueryData(queryKeys.modelVersions, versions);
      showToast({
        title: `${versions.current_version} is at work`,
        description: 'Runs that start from now on use it.',
        tone: 'success',
      });
    },
  });
  const problem = error ?? promote.error;
  return (
    <Card aria-labelledby="versions" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="versions">Versions</CardTitle>
      </CardHeader>
      {problem && (
        <ProblemNotice error={problem} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />
      )}
      {isPending && <Skeleton className="mx-5 mb-5 h-24 sm:mx-6" />}
      {data && (
        <ul className="divide-y divide-line border-line border-t">
          {data.versions.map((version) => (
            <VersionRow
              key={version.version}
              version={version}
              mayPromote={mayPromote}
              isPromoting={promote.isPending && promote.variables === version.version}
              onPromote={() => promote.mutate(version.version)}
            />
          ))}
        </ul>
      )}
    </Card>
  );
}

interface VersionRowProps {
  version: ModelVersionWire;
  mayPromote: boolean;
  isPromoting: boolean;
  onPromote: () => void;
}

function VersionRow({ version, mayPromote, isPromoting, onPromote }: VersionRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const { figures, is_current, is_usable } = version;
  const facts = [
    figures ? countOf(figures.training_samples, 'pair') : 'Ships with this release',
    formatDay(version.trained_at),
    version.based_on && `based on ${version.based_on}`,
  ];
  return (
    <li className="grid gap-4 px-5 py-3.5 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="grid min-w-0 gap-0.5 text-sm">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            <span className="wrap-anywhere">{version.version}</span>
            {is_current && <Badge tone="success">At work</Badge>}
            {!is_usable && <Badge tone="warning">Of another release</Badge>}
            {figures && !figures.comparison.is_better && <Badge>Not better than before</Badge>}
          </p>
          <p className="text-ink-faint">{facts.filter(Boolean).join(' · ')}</p>
        </div>
        <div className="flex gap-2">
          {figures && (
            <Button
              size="sm"
              variant="ghost"
              aria-expanded={isOpen}
              aria-controls={id}
              aria-label={`Figures of ${version.version}`}
              onClick={() => setIsOpen(!isOpen)}
            >
              Figures
              <ChevronDown aria-hidden className={isOpen ? 'rotate-180' : undefined} />
            </Button>
          )}
          {mayPromote && !is_current && is_usable && (
            <Button
              size="sm"
              variant="secondary"
              aria-label={`Put ${version.version} to work`}
              busy={isPromoting}
              onClick={onPromote}
            >
              Put to work
            </Button>
          )}
        </div>
      </div>
      {figures && (
        <div id={id} hidden={!isOpen}>
          <FiguresTable figures={figures} />
        </div>
      )}
    </li>
  );
}
