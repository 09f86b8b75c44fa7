// The button of a change to a run, as its state and the role allow it. What cannot be taken back is asked about first.
import type { JobStatus, JobWire } from '@medspasync/schemas';
import { Button, type ButtonProps, Dialog } from '@medspasync/ui';
import { useState } from 'react';
import { useAnnounce } from '../announcer.tsx';
import { formatInstant } from '../dates.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { type Permission, useMay } from '../session.ts';
import { type JobChange, useChangeJob } from './change-job.ts';

interface ChangeWords {
  button: string;
  title: string;
  description: string;
  confirm: string;
  keep: string;
  /** Said when it is done. */
  done: string;
}

const WORDS: Readonly<Record<JobChange, ChangeWords>> = {
  cancel: {
    button: 'Cancel',
    title: 'Cancel this reconciliation?',
    description: 'What it has found so far is discarded. The files stay, so you can run it again.',
    confirm: 'Cancel reconciliation',
    keep: 'Keep running',
    done: 'Cancelled.',
  },
  retry: {
    button: 'Run again',
    title: 'Run this reconciliation again?',
    description: 'The same two files are reconciled from the start.',
    confirm: 'Run again',
    keep: 'Leave it',
    done: 'Started again.',
  },
  undo: {
    button: 'Undo run',
    title: 'Undo this run?',
    description:
      'Every decision people made on it and every match it made by itself is taken back. All of it waits for a person again; what was decided stays in the audit log.',
    confirm: 'Undo the run',
    keep: 'Keep it',
    done: 'The run is undone. Its matches wait for review.',
  },
};

const NEEDS: Readonly<Record<JobChange, Permission>> = {
  cancel: 'reconciliation:cancel',
  retry: 'reconciliation:start',
  undo: 'reconciliation:cancel',
};

const CHANGE_OF: Readonly<Partial<Record<JobStatus, JobChange>>> = {
  pending: 'cancel',
  processing: 'cancel',
  failed: 'retry',
  completed: 'undo',
};

/** The one change its state allows; undefined when there is none. */
export const changeOf = (job: Pick<JobWire, 'status' | 'undone_at'>): JobChange | undefined =>
  job.undone_at === null ? CHANGE_OF[job.status] : undefined;

export interface JobButtonProps {
  job: Pick<JobWire, 'job_id' | 'status' | 'undone_at' | 'created_at'>;
  size?: ButtonProps['size'];
  className?: string;
}

/** Renders nothing where the state or the role allows no change. */
export function JobButton({ job, size, className }: JobButtonProps) {
  const change = changeOf(job);
  const isAllowed = useMay(change ? NEEDS[change] : 'reconciliation:cancel');
  if (!change || !isAllowed) return null;
  return <ChangeButton key={change} job={job} change={change} size={size} className={className} />;
}

function ChangeButton({ job, change, ...look }: JobButtonProps & { change: JobChange }) {
  const announce = useAnnounce();
  const [asking, setAsking] = useState(false);
  const send = useChangeJob(job.job_id, change);
  const words = WORDS[change];
  const confirm = () =>
    send.mutate(undefined, {
      onSuccess: () => {
        setAsking(false);
        announce(words.done);
      },
    });
  return (
    <>
      <Button
        variant="secondary"
        aria-label={`${words.button}: ${formatInstant(job.created_at)}`}
        onClick={() => setAsking(true)}
        {...look}
      >
        {words.button}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.title}
        description={words.description}
      >
        {send.isError && <ProblemNotice error={send.error} className="mb-4" />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={() => setAsking(false)}>
            {words.keep}
          </Button>
          <Button variant={change === 'retry' ? 'primary' : 'danger'} busy={send.isPending} onClick={confirm}>
            {words.confirm}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
