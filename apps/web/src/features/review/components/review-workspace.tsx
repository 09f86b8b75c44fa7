// The review screen: the queue beside the row in hand, or, on a phone, one row with its actions within thumb's reach.
import type { AliasKind, DecideRequestWire, TransactionWire } from '@medspasync/schemas';
import { Button, Card, Skeleton } from '@medspasync/ui';
import { ChevronLeft, ChevronRight, Keyboard, ListChecks } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { formatCount } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { ActionBar } from './action-bar.tsx';
import { AllClear } from './all-clear.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { DifferenceDialog, differenceCents, type PairWith } from './difference-dialog.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { useLetterKeysSetting } from './letter-keys-setting.ts';
import type { QueueName } from './queues.ts';
import { ROW_ACTIONS, type RowAction } from './review-actions.ts';
import { ReviewCard } from './review-card.tsx';
import { type Asked, ReviewDialogs } from './review-dialogs.tsx';
import { ReviewQueue } from './review-queue.tsx';
import { hasPair, useReview } from './use-review.ts';
import { useReviewKeys } from './use-review-keys.ts';

export interface ReviewWorkspaceProps {
  jobId: string;
  queue: QueueName;
  /** Where to go when nothing is left. */
  whenDone: ReactNode;
}

export function ReviewWorkspace({ jobId, queue: name, whenDone }: ReviewWorkspaceProps) {
  const review = useReview(jobId, name);
  const [lettersOn, setLettersOn] = useLetterKeysSetting();
  const [helpOpen, setHelpOpen] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const [bulkOpen, setBulkOpen] = useState(false);
  const { queue, position, current, select, settle, mayDecide } = review;
  // Of one row only: the next one has other names.
  const [remembered, setRemembered] = useState<{ resultId: string; kind: AliasKind }>();
  const remember = remembered?.resultId === current?.result_id ? remembered?.kind : undefined;
  const act = (action: RowAction) => {
    if (!current || !mayDecide || !ROW_ACTIONS[action].fits(current)) return;
    if (action === 'approve') settle({ verdict: 'approved', ...(remember && { remember }) });
    else if (action === 'reject') settle({ verdict: 'rejected' });
    else setAsked(action);
  };
  const [unequal, setUnequal] = useState<{ sale: TransactionWire; decision: DecideRequestWire }>();
  const pairWith: PairWith = (sale, decision) => {
    setAsked(undefined);
    const reward = current?.reward_transaction;
    if (!reward || !mayDecide) return;
    if (differenceCents(reward, sale) === 0) settle(decision);
    else setUnequal({ sale, decision });
  };
  const takeRunnerUp = () =>
    current?.runner_up && pairWith(current.runner_up.pos_transaction, { verdict: 're_paired' });
  const decideAsked = (decision: DecideRequestWire) => {
    setAsked(undefined);
    settle(decision);
  };
  useReviewKeys(
    {
      approve: () => act('approve'),
      reject: () => act('reject'),
      pair: () => act('pair'),
      split: () => act('split'),
      writeOff: () => act('writeOff'),
      note: () => act('note'),
      assign: () => act('assign'),
      runnerUp: takeRunnerUp,
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
      <AllClear
        jobId={jobId}
        queue={name}
        whenDone={whenDone}
        onUndo={review.canUndo ? review.undo : undefined}
      />
    );
  }
  const of = { jobId, queue: name, row: current };
  return (
    <div className="grid grid-cols-1 gap-4 lg:h-[calc(100dvh-19.5rem)] lg:min-h-[34rem] lg:grid-cols-[20rem_minmax(0,1fr)]">
      <Card aria-label="Queue" className="overflow-hidden max-lg:hidden">
        <ReviewQueue queue={queue} position={position} onSelect={select} />
      </Card>
      <Card aria-label="Row in hand" className="flex min-h-0 flex-col">
        <div className="flex items-center justify-between gap-2 border-line border-b py-1 pr-2 pl-5">
          <p className="tabular text-ink-soft text-sm">
            {formatCount(position + 1)} of {formatCount(queue.length)}
          </p>
          <div className="flex gap-1">
            {mayDecide && queue.some(hasPair) && (
              <Button variant="ghost" className="px-3" onClick={() => setBulkOpen(true)}>
                <ListChecks aria-hidden />
                Several at once
              </Button>
            )}
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
          <ReviewCard
            key={current.result_id}
            of={of}
            mayDecide={mayDecide}
            lettersOn={lettersOn}
            remember={remember}
            onRemember={(kind) => setRemembered(kind && { resultId: current.result_id, kind })}
            onRunnerUp={takeRunnerUp}
          />
        </div>
        <div className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] rounded-b-card border-line border-t bg-surface p-3 sm:px-6 md:bottom-0">
          <ActionBar
            row={current}
            lettersOn={lettersOn}
            canUndo={review.canUndo}
            mayDecide={mayDecide}
            onAct={act}
            onUndo={review.undo}
          />
        </div>
      </Card>
      <ReviewDialogs
        asked={asked}
        of={of}
        onClose={() => setAsked(undefined)}
        onDecide={decideAsked}
        onPair={pairWith}
      />
      {unequal && current.reward_transaction && (
        <DifferenceDialog
          reward={current.reward_transaction}
          sale={unequal.sale}
          onClose={() => setUnequal(undefined)}
          onConfirm={(note) => {
            setUnequal(undefined);
            settle({ ...unequal.decision, note });
          }}
        />
      )}
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
