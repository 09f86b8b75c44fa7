// A job while it runs: how far, which stage, what it has found, and the way to stop it.
import type { JobWire } from '@medspasync/schemas';
import { Card, Progress } from '@medspasync/ui';
import { formatCount } from '../../../lib/counts.ts';
import { JobButton } from '../../../lib/jobs/job-button.tsx';
import { StageList } from './stage-list.tsx';
import { stageWords } from './stage-words.ts';

export function JobProgress({ job, stage }: { job: JobWire; stage: string | undefined }) {
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
        <JobButton job={job} />
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
