// The last step before a run: how sure is sure enough, then go.
import { DEFAULT_THRESHOLD, type UploadResponseWire } from '@medspasync/schemas';
import { Button, Card } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { startJob } from '../api/start-job.ts';
import { ThresholdControl } from './threshold-control.tsx';

export interface StartPanelProps {
  rewards: UploadResponseWire | undefined;
  pos: UploadResponseWire | undefined;
  onStarted: (jobId: string) => void;
}

export function StartPanel({ rewards, pos, onStarted }: StartPanelProps) {
  const queryClient = useQueryClient();
  const [threshold, setThreshold] = useState(DEFAULT_THRESHOLD);
  const start = useMutation({
    mutationFn: startJob,
    onSuccess: ({ job_id }) => {
      void queryClient.invalidateQueries({ queryKey: queryKeys.history });
      onStarted(job_id);
    },
  });
  const ready = rewards && pos;
  return (
    <Card aria-label="Run" className="grid items-end gap-6 p-5 sm:grid-cols-[1fr_auto] sm:p-6">
      <ThresholdControl threshold={threshold} onChange={setThreshold} />
      <div className="grid gap-2 sm:justify-items-end">
        <Button
          size="lg"
          disabled={!ready}
          busy={start.isPending}
          onClick={() =>
            ready &&
            start.mutate({ rewardUploadId: rewards.upload_id, posUploadId: pos.upload_id, threshold })
          }
        >
          {!start.isPending && <Play aria-hidden />}
          Run reconciliation
        </Button>
        <p className="tabular text-ink-faint text-sm">
          {ready
            ? `${formatCount(rewards.transactions_count)} rewards against ${formatCount(pos.transactions_count)} sales`
            : 'Add both files to run.'}
        </p>
      </div>
      {start.isError && <ProblemNotice error={start.error} className="sm:col-span-2" />}
    </Card>
  );
}
