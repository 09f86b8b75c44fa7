// From an action on the row in hand to a decision: at once, or after what it asks for.
import type { AliasKind, DecideRequestWire, TransactionWire } from '@medspasync/schemas';
import { useState } from 'react';
import { differenceCents, type PairWith } from './difference-dialog.tsx';
import { type Asked, ROW_ACTIONS, type RowAction } from './review-actions.ts';
import type { useReview } from './use-review.ts';

/** A reward and the sale it is to be given, while the word is awaited why their amounts differ. */
interface UnequalPair {
  reward: TransactionWire;
  sale: TransactionWire;
  decision: DecideRequestWire;
}

export type RowActions = ReturnType<typeof useRowActions>;

export function useRowActions({
  current,
  mayDecide,
  settle,
}: Pick<ReturnType<typeof useReview>, 'current' | 'mayDecide' | 'settle'>) {
  const [asked, setAsked] = useState<Asked>();
  const [unequal, setUnequal] = useState<UnequalPair>();
  // Of one row only: the next one has other names.
  const [remembered, setRemembered] = useState<{ resultId: string; kind: AliasKind }>();
  const remember = remembered?.resultId === current?.result_id ? remembered?.kind : undefined;

  const dismiss = () => {
    setAsked(undefined);
    setUnequal(undefined);
  };
  const decide = (decision: DecideRequestWire) => {
    dismiss();
    settle(decision);
  };
  const act = (action: RowAction) => {
    if (!current || !mayDecide || !ROW_ACTIONS[action].fits(current)) return;
    if (action === 'approve') settle({ verdict: 'approved', ...(remember && { remember }) });
    else if (action === 'reject') settle({ verdict: 'rejected' });
    else setAsked(action);
  };
  const pairWith: PairWith = (sale, decision) => {
    setAsked(undefined);
    const reward = current?.reward_transaction;
    if (!reward || !mayDecide) return;
    if (differenceCents(reward, sale) === 0) settle(decision);
    else setUnequal({ reward, sale, decision });
  };
  return {
    act,
    pairWith,
    takeRunnerUp: () =>
      current?.runner_up && pairWith(current.runner_up.pos_transaction, { verdict: 're_paired' }),
    asked,
    unequal,
    decide,
    dismiss,
    remember,
    setRemember: (kind: AliasKind | undefined) =>
      setRemembered(kind && current && { resultId: current.result_id, kind }),
  };
}
