// A job's state as a word with its icon.
import type { JobStatus } from '@medspasync/schemas';
import { Badge, type Tone } from '@medspasync/ui';
import { Ban, CircleCheck, CircleX, Clock, LoaderCircle, type LucideIcon } from 'lucide-react';

const WORDS: Readonly<Record<JobStatus, { label: string; tone: Tone; icon: LucideIcon }>> = {
  pending: { label: 'Waiting', tone: 'neutral', icon: Clock },
  processing: { label: 'Running', tone: 'accent', icon: LoaderCircle },
  completed: { label: 'Completed', tone: 'success', icon: CircleCheck },
  failed: { label: 'Failed', tone: 'danger', icon: CircleX },
  cancelled: { label: 'Cancelled', tone: 'neutral', icon: Ban },
};

export function JobStatusBadge({ status }: { status: JobStatus }) {
  const { label, tone, icon: Icon } = WORDS[status];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}
