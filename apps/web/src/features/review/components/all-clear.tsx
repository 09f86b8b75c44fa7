// A queue with nothing left in it: the way to those that still hold something, and the last decision still to take back.
import { Button, Card, EmptyState } from '@medspasync/ui';
import { PartyPopper, Undo2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { countOf, formatCount } from '../../../lib/counts.ts';
import { useQueueSizes } from '../api/use-queue-sizes.ts';
import { QUEUE_NAMES, QUEUES, type QueueName } from './queues.ts';

export interface AllClearProps {
  jobId: string;
  queue: QueueName;
  whenDone: ReactNode;
  onQueue: (next: QueueName) => void;
  /** Decisions of this queue that have no effect until a second person approves them. */
  proposed: number;
  /** Which decision `onUndo` takes back; undefined where there is none. */
  undoWords: string | undefined;
  onUndo: () => void;
}

export function AllClear({ jobId, queue, whenDone, onQueue, proposed, undoWords, onUndo }: AllClearProps) {
  const sizes = useQueueSizes(jobId);
  const others = QUEUE_NAMES.filter((name) => name !== queue);
  const open = others.filter((name) => (sizes[name] ?? 0) > 0);
  // Of the whole reconciliation only, and only once every queue is known to be empty.
  const isAllClear = proposed === 0 && others.every((name) => sizes[name] === 0);
  const title = isAllClear ? 'All clear' : `Nothing left in “${QUEUES[queue].label}”`;
  const card = useRef<HTMLElement>(null);
  const wasEmptied = useRef(undoWords !== undefined);
  // The button or dialog of the last decision is gone, and the focus with it.
  useEffect(() => {
    if (wasEmptied.current && document.activeElement === document.body) card.current?.focus();
  }, []);
  return (
    <Card ref={card} tabIndex={-1} aria-label={title}>
      <EmptyState
        icon={PartyPopper}
        title={title}
        action={
          <>
            {open.map((name, order) => (
              <Button
                key={name}
                variant={order === 0 ? 'primary' : 'secondary'}
                onClick={() => onQueue(name)}
              >
                {QUEUES[name].label} · {formatCount(sizes[name]!)}
              </Button>
            ))}
            {whenDone}
            {undoWords && (
              <Button variant="secondary" onClick={onUndo}>
                <Undo2 aria-hidden />
                Undo: {undoWords}
              </Button>
            )}
          </>
        }
      >
        {QUEUES[queue].empty}{' '}
        {proposed > 0 &&
          `${countOf(proposed, 'decision')} ${proposed === 1 ? 'waits' : 'wait'} for a second person. `}
        {open.length > 0 && 'Still open:'}
      </EmptyState>
    </Card>
  );
}
