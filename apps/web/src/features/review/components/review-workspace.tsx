// The review screen: the queue beside the row in hand, or, on a phone, one row with its actions within thumb's reach.
import { Button, Card, EmptyState, Skeleton } from '@medspasync/ui';
import { ChevronLeft, ChevronRight, Keyboard, PartyPopper, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { useLetterKeysSetting } from './letter-keys-setting.ts';
import { ReviewActionBar } from './review-actions.tsx';
import { ReviewCard } from './review-card.tsx';
import { ReviewQueue } from './review-queue.tsx';
import { useReview } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';

export interface ReviewWorkspaceProps {
  jobId: string;
  /** Where to go when nothing is left. */
  whenDone: ReactNode;
}

export function ReviewWorkspace({ jobId, whenDone }: ReviewWorkspaceProps) {
  const review = useReview(jobId);
  const [lettersOn, setLettersOn] = useLetterKeysSetting();
  const [helpOpen, setHelpOpen] = useState(false);
  const { queue, position, current, select } = review;
  useReviewKeys(
    {
      approve: review.approve,
      reject: review.reject,
      undo: review.undo,
      next: () => select(position + 1),
      previous: () => select(position - 1),
      help: () => setHelpOpen(true),
    },
    lettersOn,
  );

  if (review.error) return <ProblemNotice error={review.error} onRetry={review.retry} />;
  if (review.isLoading || review.isLoadingMore) return <LoadingReview />;
  if (!current) {
    return (
      <Card>
        <EmptyState
          icon={PartyPopper}
          title="All clear"
          action={
            <>
              {whenDone}
              {review.canUndo && (
                <Button variant="secondary" onClick={review.undo}>
                  <Undo2 aria-hidden />
                  Undo last
                </Button>
              )}
            </>
          }
        >
          Nothing of this reconciliation waits for you.
        </EmptyState>
      </Card>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-4 lg:h-[calc(100dvh-17rem)] lg:min-h-[34rem] lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Card aria-label="Queue" className="overflow-hidden max-lg:hidden">
        <ReviewQueue queue={queue} position={position} onSelect={select} />
      </Card>
      <Card aria-label="Row in hand" className="flex min-h-0 flex-col">
        <div className="flex items-center justify-between gap-2 border-line border-b py-2 pr-2 pl-5">
          <p className="tabular text-ink-soft text-sm">
            {formatCount(position + 1)} of {formatCount(queue.length)}
          </p>
          <div className="flex gap-1">
            <Button variant="ghost" size="icon" aria-label="Previous" onClick={() => select(position - 1)}>
              <ChevronLeft aria-hidden />
            </Button>
            <Button variant="ghost" size="icon" aria-label="Next" onClick={() => select(position + 1)}>
              <ChevronRight aria-hidden />
            </Button>
            <Button
              variant="ghost"
              size="icon"
              className="max-md:hidden"
              aria-label="Keyboard help"
              onClick={() => setHelpOpen(true)}
            >
              <Keyboard aria-hidden />
            </Button>
          </div>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto p-4 sm:p-6">
          <ReviewCard key={current.result_id} row={current} />
        </div>
        <div className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] rounded-b-card border-line border-t bg-surface p-3 sm:px-6 sm:py-4 md:bottom-0">
          <ReviewActionBar
            lettersOn={lettersOn}
            canUndo={review.canUndo}
            mayDecide={review.mayDecide}
            onApprove={review.approve}
            onReject={review.reject}
            onUndo={review.undo}
          />
        </div>
      </Card>
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
