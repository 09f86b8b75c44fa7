// The dialogs over the row in hand, one at a time: what a decision needs to be told, and what is no decision.
import type { DecideRequestWire } from '@medspasync/schemas';
import type { RowOfQueue } from '../api/use-remarks.ts';
import { AssignDialog } from './assign-dialog.tsx';
import type { PairWith } from './difference-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { PairDialog } from './pair-dialog.tsx';
import type { RowAction } from './review-actions.ts';
import { WriteOffDialog } from './write-off-dialog.tsx';

/** Actions that ask for something first. */
export type Asked = Exclude<RowAction, 'approve' | 'reject'>;

export interface ReviewDialogsProps {
  asked: Asked | undefined;
  of: RowOfQueue;
  onClose: () => void;
  onDecide: (decision: DecideRequestWire) => void;
  onPair: PairWith;
}

export function ReviewDialogs({ asked, of, onClose, onDecide, onPair }: ReviewDialogsProps) {
  const { jobId, row } = of;
  switch (asked) {
    case undefined:
      return null;
    case 'writeOff':
      return <WriteOffDialog row={row} onClose={onClose} onDecide={onDecide} />;
    case 'note':
      return <NoteDialog of={of} onClose={onClose} />;
    case 'assign':
      return <AssignDialog of={of} onClose={onClose} />;
    case 'pair':
    case 'split':
      return (
        row.reward_transaction && (
          <PairDialog
            jobId={jobId}
            row={row}
            reward={row.reward_transaction}
            isSplit={asked === 'split'}
            onClose={onClose}
            onDecide={onDecide}
            onPair={onPair}
          />
        )
      );
  }
}
