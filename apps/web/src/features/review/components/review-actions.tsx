// What can be done with the row in hand, as buttons that show their keys.
import { Button, Kbd } from '@medspasync/ui';
import { Check, Undo2, X } from 'lucide-react';

export interface ReviewActionsProps {
  lettersOn: boolean;
  canUndo: boolean;
  /** False for a role that may only look. */
  mayDecide: boolean;
  onApprove: () => void;
  onReject: () => void;
  onUndo: () => void;
}

export function ReviewActionBar({
  lettersOn,
  canUndo,
  mayDecide,
  onApprove,
  onReject,
  onUndo,
}: ReviewActionsProps) {
  const key = (name: string) =>
    lettersOn && (
      <Kbd aria-hidden className="max-lg:hidden">
        {name}
      </Kbd>
    );
  if (!mayDecide) {
    return <p className="text-ink-soft text-sm">Your role may look at these, but not decide.</p>;
  }
  return (
    <div role="toolbar" aria-label="Decide" className="flex flex-wrap items-stretch gap-2 sm:gap-2.5">
      <Button
        size="lg"
        className="flex-1 px-4 lg:flex-none lg:px-6"
        aria-keyshortcuts="Enter"
        onClick={onApprove}
      >
        <Check aria-hidden />
        Approve
        {key('A')}
      </Button>
      <Button size="lg" variant="secondary" className="flex-1 px-4 lg:flex-none lg:px-6" onClick={onReject}>
        <X aria-hidden />
        Reject
        {key('R')}
      </Button>
      <Button size="lg" variant="ghost" className="px-3 lg:px-6" disabled={!canUndo} onClick={onUndo}>
        <Undo2 aria-hidden />
        Undo
        {key('U')}
      </Button>
    </div>
  );
}
