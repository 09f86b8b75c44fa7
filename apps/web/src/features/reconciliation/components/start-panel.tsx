// The last step before a run: how sure is sure enough, then go.
import { DEFAULT_THRESHOLD, type UploadResponseWire } from '@medspasync/schemas';
import { Button, Card } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Play } from 'lucide-react';
import { useId, useState } from 'react';
import { countOf } from '../../../lib/counts.ts';
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
  const hint = hintFor(rewards, pos);
  const hintId = useId();
  return (
    <Card aria-label="Run" className="grid items-end gap-6 p-5 sm:grid-cols-[1fr_auto] sm:p-6">
      <ThresholdControl threshold={threshold} onChange={setThreshold} />
      <div className="grid gap-2 sm:justify-items-end">
        <Button
          size="lg"
          disabled={!isReady(rewards) || !isReady(pos)}
          aria-describedby={hintId}
          busy={start.isPending}
          onClick={() =>
            isReady(rewards) &&
            isReady(pos) &&
            start.mutate({ rewardUploadId: rewards.upload_id, posUploadId: pos.upload_id, threshold })
          }
        >
          {!start.isPending && <Play aria-hidden />}
          Run reconciliation
        </Button>
        <p id={hintId} className="tabular wrap-anywhere text-ink-faint text-sm">
          {hint}
        </p>
      </div>
      {start.isError && <ProblemNotice error={start.error} className="sm:col-span-2" />}
    </Card>
  );
}

/** A file whose amounts nobody has pointed out yet has no rows to reconcile. */
const isReady = (upload: UploadResponseWire | undefined): upload is UploadResponseWire =>
  upload !== undefined && upload.transactions_count > 0;

function hintFor(rewards: UploadResponseWire | undefined, pos: UploadResponseWire | undefined): string {
  if (!rewards || !pos) return 'Add both files to run.';
  const waiting = [rewards, pos].filter((upload) => !isReady(upload));
  if (waiting.length > 0) {
    return `Choose the amount column of ${waiting.map(({ filename }) => filename).join(' and ')} to run.`;
  }
  return `${countOf(rewards.transactions_count, 'reward')} against ${countOf(pos.transactions_count, 'sale')}`;
}
