// The queues of the review: what is open about a job, by what has to be done about it.
import type { ResultFilter } from '../../../lib/query-keys.ts';

export type QueueName = Extract<ResultFilter, 'review_required' | 'overdue' | 'disagreeing' | 'expected'>;

interface QueueWords {
  label: string;
  /** When nothing is in it. */
  empty: string;
}

export const QUEUES: Readonly<Record<QueueName, QueueWords>> = {
  review_required: { label: 'Needs review', empty: 'No pair waits for a yes or a no.' },
  overdue: { label: 'Missing', empty: 'No side is missing beyond the days its program takes.' },
  disagreeing: { label: 'Sides disagree', empty: 'Every match agrees in amount, place and program.' },
  expected: { label: 'Waiting', empty: 'Nothing is within the days its program usually takes.' },
};

export const QUEUE_NAMES = Object.keys(QUEUES) as QueueName[];

/** The queue of that name in an address, or the first. */
export const queueNamed = (name: string | null): QueueName =>
  QUEUE_NAMES.find((queue) => queue === name) ?? 'review_required';
