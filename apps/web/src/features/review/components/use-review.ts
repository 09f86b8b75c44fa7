// The course of a review: which row is in hand, what deciding does next, and how to take it back.
import type { DecideRequestWire, ResultRowWire, Verdict } from '@medspasync/schemas';
import { useToast } from '@medspasync/ui';
import { useState } from 'react';
import { useAnnounce } from '../../../lib/announcer.tsx';
import { countOf, formatCount } from '../../../lib/counts.ts';
import { formatDollars, sumDollars } from '../../../lib/money.ts';
import {
  amountOf,
  enteredLabel,
  patientOf,
  rowNameOf,
  verdictLabel,
} from '../../../lib/results/result-words.ts';
import { useMay } from '../../../lib/session.ts';
import { useDecide, useReviewQueue } from '../api/use-review-queue.ts';
import { refusalsInWords } from './conflict-words.ts';
import { MAY_WAIT } from './difference-dialog.tsx';
import type { QueueName } from './queues.ts';

/** A decision of this visit that still stands, and how to take its toast away. */
interface Decided {
  /** Several where they were approved together. */
  rows: readonly ResultRowWire[];
  verdict: Verdict;
  dismissToast: () => void;
}

const isSame = (one: ResultRowWire, other: ResultRowWire): boolean => one.result_id === other.result_id;

/** Whether there is a pair to say yes or no to. */
export const hasPair = (row: ResultRowWire): boolean =>
  row.reward_transaction !== null && row.pos_transactions.length > 0;

/** Whose row it was; and of a short pair that one approval may not be enough. */
function decidedWords(row: ResultRowWire, { verdict }: DecideRequestWire): string {
  const { pos_transactions: sales, reward_transaction: reward } = row;
  const shortDollars = sumDollars([reward?.amount ?? 0, ...sales.map(({ amount }) => -amount)]);
  if (verdict !== 'approved' || shortDollars <= 0) return patientOf(row);
  return `${patientOf(row)}. The sale is ${formatDollars(shortDollars)} less than the reward. ${MAY_WAIT}`;
}

/** Which decision on which row: `approved R-104`. */
const decidedName = ({ rows, verdict }: Pick<Decided, 'rows' | 'verdict'>): string =>
  `${verdictLabel(verdict).toLowerCase()} ${rows.length === 1 ? rowNameOf(rows[0]!) : countOf(rows.length, 'pair')}`;

export function useReview(jobId: string, name: QueueName) {
  const review = useReviewQueue(jobId, name);
  const mayDecide = useMay('reconciliation:decide');
  const announce = useAnnounce();
  const showToast = useToast();
  const [chosenId, setChosenId] = useState<string>();
  const [decided, setDecided] = useState<Decided[]>([]);
  const forget = (row: ResultRowWire) =>
    setDecided((done) =>
      done
        .map((decision) => ({ ...decision, rows: decision.rows.filter((other) => !isSame(other, row)) }))
        .filter(({ rows }) => rows.length > 0),
    );
  const decide = useDecide(jobId, name, (refused, decision) => {
    const rows = refused.map(({ row }) => row);
    // Of several, the others stand: their toast stays.
    const own = decided.find((done) => done.rows.every((row) => rows.some((other) => isSame(other, row))));
    own?.dismissToast();
    rows.forEach(forget);
    showToast({
      title: `${decision ? 'Not saved' : 'Not undone'}: ${rows.length === 1 ? patientOf(rows[0]!) : countOf(rows.length, 'pair')}`,
      description: refusalsInWords(refused, Date.now()),
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

  const undo = (done: Pick<Decided, 'rows' | 'verdict'>) => {
    const { rows } = done;
    rows.forEach(forget);
    setChosenId(rows[0]?.result_id);
    announce(`Undone: ${decidedName(done)}. ${formatCount(queue.length + rows.length)} left.`);
    decide.mutate({ rows, decision: null });
  };

  const last = decided.at(-1);
  const undoLast = () => {
    if (!last) return;
    last.dismissToast();
    undo(last);
  };

  /** Decides rows of the queue in the same way, with one toast that takes all of it back. */
  const settle = (rows: readonly ResultRowWire[], decision: DecideRequestWire, description: string) => {
    if (rows.length === 0 || !mayDecide) return;
    const words = enteredLabel(decision.verdict);
    const done = { rows, verdict: decision.verdict };
    const isLeft = (row: ResultRowWire | undefined) => row && !rows.some((other) => isSame(other, row));
    // The row after it moves up into its place; from the last one, back to the one before.
    const following = [...queue.slice(position), ...queue.slice(0, position).reverse()].find(isLeft);
    setChosenId(following?.result_id);
    announce(`${words}. ${formatCount(queue.length - rows.length)} left.`);
    const dismissToast = showToast({
      title:
        rows.length === 1 && rowNameOf(rows[0]!) !== description ? `${words} ${rowNameOf(rows[0]!)}` : words,
      description,
      tone: decision.verdict === 'approved' || decision.verdict === 're_paired' ? 'success' : 'neutral',
      action: {
        label: 'Undo',
        altText: `Undo: ${decidedName(done)}, with the button Undo or the key U`,
        onSelect: () => undo(done),
      },
    });
    setDecided((before) => [...before, { ...done, dismissToast }]);
    decide.mutate({ rows, decision });
  };

  return {
    ...review,
    position,
    current,
    /** Of the decision that an undo takes back; undefined where there is none. */
    undoWords: last && decidedName(last),
    mayDecide,
    select,
    settle: (decision: DecideRequestWire) =>
      current && settle([current], decision, decidedWords(current, decision)),
    approveAll: (rows: readonly ResultRowWire[]) =>
      settle(
        rows,
        { verdict: 'approved' },
        `${countOf(rows.length, 'pair')}, ${formatDollars(sumDollars(rows.map(amountOf)))}`,
      ),
    undo: undoLast,
  };
}
