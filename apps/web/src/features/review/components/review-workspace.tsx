// The review screen: the queue beside the row in hand, or, on a phone, one row with its actions within thumb's reach.
import { Card, Skeleton } from '@medspasync/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { ActionBar } from './action-bar.tsx';
import { AllClear } from './all-clear.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { useLetterKeysSetting } from './letter-keys-setting.ts';
import type { QueueName } from './queues.ts';
import { ReviewCard } from './review-card.tsx';
import { ReviewDialogs } from './review-dialogs.tsx';
import { ReviewQueue } from './review-queue.tsx';
import { RowBar } from './row-bar.tsx';
import { hasPair, useReview } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useRowActions } from './use-row-actions.ts';

export interface ReviewWorkspaceProps {
  jobId: string;
  queue: QueueName;
  /** Where to go when nothing is left. */
  whenDone: ReactNode;
  onQueue: (next: QueueName) => void;
}

export function ReviewWorkspace({ jobId, queue: name, whenDone, onQueue }: ReviewWorkspaceProps) {
  const review = useReview(jobId, name);
  const actions = useRowActions(review);
  const [lettersOn, setLettersOn] = useLetterKeysSetting();
  const [helpOpen, setHelpOpen] = useState(false);
  const [bulkOpen, setBulkOpen] = useState(false);
  const { queue, position, current, select, mayDecide } = review;
  const { act } = actions;
  useReviewKeys(
    {
      approve: () => act('approve'),
      reject: () => act('reject'),
      pair: () => act('pair'),
      split: () => act('split'),
      writeOff: () => act('writeOff'),
      note: () => act('note'),
      assign: () => act('assign'),
      runnerUp: actions.takeRunnerUp,
      undo: review.undo,
      next: () => select(position + 1),
      previous: () => select(position - 1),
      help: () => setHelpOpen(true),
    },
    lettersOn,
  );

  const rowInHand = useRef<HTMLElement>(null);
  const wasEmpty = useRef(false);
  const isEmpty = !current && !review.isLoading && !review.isLoadingMore;
  // The button that brought the last row back is gone, and the focus with it.
  useEffect(() => {
    if (wasEmpty.current && document.activeElement === document.body) rowInHand.current?.focus();
    wasEmpty.current = isEmpty;
  }, [isEmpty]);

  if (review.error) return <ProblemNotice error={review.error} onRetry={review.retry} />;
  if (review.isLoading || review.isLoadingMore) return <LoadingReview />;
  if (!current) {
    const { undo: onUndo, undoWords } = review;
    const away = { whenDone, onQueue };
    const proposed = review.rows.filter(({ decision }) => decision?.approval?.status === 'pending').length;
    const last = { proposed, undoWords, onUndo };
    return <AllClear jobId={jobId} queue={name} {...away} {...last} />;
  }
  const of = { jobId, queue: name, row: current };
  return (
    <div className="grid grid-cols-1 gap-4 lg:h-[calc(100dvh-19.5rem)] lg:min-h-[34rem] lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Card aria-label="Queue" className="overflow-hidden max-lg:hidden">
        <ReviewQueue queue={queue} position={position} onSelect={select} />
      </Card>
      <Card ref={rowInHand} tabIndex={-1} aria-label="Row in hand" className="flex min-h-0 flex-col">
        <RowBar
          position={position}
          length={queue.length}
          onSelect={select}
          onSeveral={mayDecide && queue.some(hasPair) ? () => setBulkOpen(true) : undefined}
          onHelp={() => setHelpOpen(true)}
        />
        <div className="min-h-0 flex-1 overflow-y-auto p-4 sm:p-6">
          <ReviewCard
            key={current.result_id}
            of={of}
            mayDecide={mayDecide}
            lettersOn={lettersOn}
            remember={actions.remember}
            onRemember={actions.setRemember}
            onRunnerUp={actions.takeRunnerUp}
          />
        </div>
        <div className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] rounded-b-card border-line border-t bg-surface p-3 sm:px-6 md:bottom-0">
          <ActionBar
            row={current}
            lettersOn={lettersOn}
            undoWords={review.undoWords}
            mayDecide={mayDecide}
            onAct={act}
            onUndo={review.undo}
          />
        </div>
      </Card>
      <ReviewDialogs actions={actions} of={of} />
      {bulkOpen && (
        <BulkDialog
          queue={queue}
          onClose={() => setBulkOpen(false)}
          onApprove={(rows) => {
            setBulkOpen(false);
            review.approveAll(rows);
          }}
        />
      )}
      <KeyboardHelp
        open={helpOpen}
        lettersOn={lettersOn}
        onLetters={setLettersOn}
        onClose={() => setHelpOpen(false)}
      />
    </div>
  );
}

function LoadingReview() {
  return (
    <div role="status" className="grid gap-4 lg:grid-cols-[20rem_1fr]">
      <span className="sr-only">Loading the queue</span>
      <Skeleton className="h-[34rem] rounded-card max-lg:hidden" />
      <Skeleton className="h-[34rem] rounded-card" />
    </div>
  );
}
