// A job while it runs: how far, which stage, what it has found, and the way to stop it.
import type { JobWire } from '@medspasync/schemas';
import { Button, Card, Dialog, Progress } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCount } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { useMay } from '../../../lib/session.ts';
import { cancelJob } from '../api/cancel-job.ts';
import { StageList } from './stage-list.tsx';
import { stageWords } from './stage-words.ts';

export function JobProgress({ job, stage }: { job: JobWire; stage: string | undefined }) {
  const mayCancel = useMay('reconciliation:cancel');
  const percent = Math.round(job.progress_percent);
  const present = stage ?? job.status;
  return (
    <Card aria-label="Progress" className="grid gap-6 p-5 sm:p-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="grid gap-1">
          <p className="tabular font-semibold text-[3.5rem] leading-none tracking-tight">{percent}%</p>
          <p role="status" className="text-ink-soft">
            {stageWords(present)}
          </p>
        </div>
        {mayCancel && <CancelButton jobId={job.job_id} />}
      </div>
      <Progress label="Reconciliation progress" percent={percent === 0 ? null : percent} className="h-3" />
      <dl className="tabular flex flex-wrap gap-x-10 gap-y-3">
        <Figure
          label="Transactions done"
          value={`${formatCount(job.processed_transactions)} of ${formatCount(job.total_transactions)}`}
        />
        <Figure label="Matches so far" value={formatCount(job.matches_found)} />
      </dl>
      <hr className="border-line" />
      <StageList stage={present} />
    </Card>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-ink-faint text-sm">{label}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  );
}

function CancelButton({ jobId }: { jobId: string }) {
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const cancel = useMutation({
    mutationFn: () => cancelJob(jobId),
    onSuccess: () => {
      setAsking(false);
      return queryClient.invalidateQueries({ queryKey: queryKeys.job(jobId) });
    },
  });
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)}>
        Cancel
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Cancel this reconciliation?"
        description="What it has found so far is discarded. The files stay, so you can run it again."
      >
        {cancel.isError && <ProblemNotice error={cancel.error} className="mb-4" />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={() => setAsking(false)}>
            Keep running
          </Button>
          <Button variant="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel reconciliation
          </Button>
        </div>
      </Dialog>
    </>
  );
}
