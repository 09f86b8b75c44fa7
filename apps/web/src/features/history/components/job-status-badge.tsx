// A job's state as a word with its icon.
import type { JobStatus, JobWire } from '@medspasync/schemas';
import { Badge, type Tone } from '@medspasync/ui';
import { Ban, CircleCheck, CircleX, Clock, LoaderCircle, type LucideIcon, Undo2 } from 'lucide-react';

interface StatusWords {
  label: string;
  tone: Tone;
  icon: LucideIcon;
}

const WORDS: Readonly<Record<JobStatus, StatusWords>> = {
  pending: { label: 'Waiting', tone: 'neutral', icon: Clock },
  processing: { label: 'Running', tone: 'accent', icon: LoaderCircle },
  completed: { label: 'Completed', tone: 'success', icon: CircleCheck },
  failed: { label: 'Failed', tone: 'danger', icon: CircleX },
  cancelled: { label: 'Cancelled', tone: 'neutral', icon: Ban },
};

const UNDONE: StatusWords = { label: 'Undone', tone: 'warning', icon: Undo2 };

export function JobStatusBadge({ job }: { job: Pick<JobWire, 'status' | 'undone_at'> }) {
  const { label, tone, icon: Icon } = job.undone_at === null ? WORDS[job.status] : UNDONE;
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}
