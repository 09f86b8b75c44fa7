// The course of a review: which row is in hand, what deciding does next, and how to take it back.
import type { DecideRequestWire, ResultRowWire } from '@medspasync/schemas';
import { useToast } from '@medspasync/ui';
import { useState } from 'react';
import { useAnnounce } from '../../../lib/announcer.tsx';
import { formatCount } from '../../../lib/counts.ts';
import { patientOf, verdictLabel } from '../../../lib/results/result-words.ts';
import { useMay } from '../../../lib/session.ts';
import { useDecide, useReviewQueue } from '../api/use-review-queue.ts';
import { refusalWordsOf } from './conflict-words.ts';
import type { QueueName } from './queues.ts';

/** A decision of this visit that still stands, and how to take its toast away. */
interface Decided {
  row: ResultRowWire;
  dismissToast: () => void;
}

/** Whether there is a pair to say yes or no to. */
export const hasPair = (row: ResultRowWire): boolean =>
  row.reward_transaction !== null && row.pos_transactions.length > 0;

export function useReview(jobId: string, name: QueueName) {
  const review = useReviewQueue(jobId, name);
  const mayDecide = useMay('reconciliation:decide');
  const announce = useAnnounce();
  const showToast = useToast();
  const [chosenId, setChosenId] = useState<string>();
  const [decided, setDecided] = useState<Decided[]>([]);
  const forget = (row: ResultRowWire) =>
    setDecided((done) => done.filter((decision) => decision.row.result_id !== row.result_id));
  const decide = useDecide(jobId, name, ({ row, decision }, error) => {
    decided.find((done) => done.row.result_id === row.result_id)?.dismissToast();
    forget(row);
    showToast({
      title: `${decision ? 'Not saved' : 'Not undone'}: ${patientOf(row)}`,
      description: refusalWordsOf(error, Date.now()),
      tone: 'danger',
    });
  });

  const { queue } = review;
  const position = Math.max(
    0,
    queue.findIndex((row) => row.result_id === chosenId),
  );
  const current = queue[position];
  // Held on to from the first sight: rows that come later may sort before it, and a key must decide what is seen.
  if (current && current.result_id !== chosenId) setChosenId(current.result_id);

  const select = (index: number) =>
    setChosenId(queue[Math.min(Math.max(0, index), queue.length - 1)]?.result_id);

  const undo = (row: ResultRowWire) => {
    forget(row);
    setChosenId(row.result_id);
    announce(`Undone. ${formatCount(queue.length + 1)} left.`);
    decide.mutate({ row, decision: null });
  };

  const undoLast = () => {
    const last = decided.at(-1);
    if (!last) return;
    last.dismissToast();
    undo(last.row);
  };

  const settle = (decision: DecideRequestWire) => {
    if (!current || !mayDecide) return;
    const words = verdictLabel(decision.verdict);
    // The row after it moves up into its place; from the last one, back to the one before.
    const following = queue[position + 1] ?? queue[position - 1];
    setChosenId(following?.result_id);
    announce(`${words}. ${formatCount(queue.length - 1)} left.`);
    const dismissToast = showToast({
      title: words,
      description: patientOf(current),
      tone: decision.verdict === 'approved' || decision.verdict === 're_paired' ? 'success' : 'neutral',
      action: {
        label: 'Undo',
        altText: 'Undo with the button Undo or the key U',
        onSelect: () => undo(current),
      },
    });
    setDecided((done) => [...done, { row: current, dismissToast }]);
    decide.mutate({ row: current, decision });
  };

  return {
    ...review,
    position,
    current,
    canUndo: decided.length > 0,
    mayDecide,
    select,
    settle,
    undo: undoLast,
  };
}
