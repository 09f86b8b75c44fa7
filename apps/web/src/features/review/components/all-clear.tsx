// A queue with nothing left in it: where to go, and the last decision still to take back.
import { Button, Card, EmptyState } from '@medspasync/ui';
import { PartyPopper, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';

export interface AllClearProps {
  whenDone: ReactNode;
  onUndo: (() => void) | undefined;
  children: ReactNode;
}

export function AllClear({ whenDone, onUndo, children }: AllClearProps) {
  return (
    <Card>
      <EmptyState
        icon={PartyPopper}
        title="All clear"
        action={
          <>
            {whenDone}
            {onUndo && (
              <Button variant="secondary" onClick={onUndo}>
                <Undo2 aria-hidden />
                Undo last
              </Button>
            )}
          </>
        }
      >
        {children}
      </EmptyState>
    </Card>
  );
}
