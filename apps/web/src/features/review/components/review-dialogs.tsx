// The dialogs over the row in hand, one at a time: what a decision needs to be told, and what is no decision.
import type { RowOfQueue } from '../api/use-remarks.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { DifferenceDialog } from './difference-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PairDialog } from './pair-dialog.tsx';
import type { RowActions } from './use-row-actions.ts';
import { WriteOffDialog } from './write-off-dialog.tsx';

export interface ReviewDialogsProps {
  actions: RowActions;
  of: RowOfQueue;
}

export function ReviewDialogs({ actions, of }: ReviewDialogsProps) {
  const { asked, unequal, decide, dismiss, pairWith } = actions;
  const { jobId, row } = of;
  if (unequal)
    return (
      <DifferenceDialog
        reward={unequal.reward}
        sale={unequal.sale}
        onClose={dismiss}
        onConfirm={(note) => decide({ ...unequal.decision, note })}
      />
    );
  switch (asked) {
    case undefined:
      return null;
    case 'writeOff':
      return <WriteOffDialog row={row} onClose={dismiss} onDecide={decide} />;
    case 'note':
      return <NoteDialog of={of} onClose={dismiss} />;
    case 'assign':
      return <AssignDialog of={of} onClose={dismiss} />;
    case 'pair':
    case 'split':
      return (
        row.reward_transaction && (
          <PairDialog
            jobId={jobId}
            row={row}
            reward={row.reward_transaction}
            isSplit={asked === 'split'}
            onClose={dismiss}
            onDecide={decide}
            onPair={pairWith}
          />
        )
      );
  }
}
