// The last question before a month is closed. What is open in it has to be named to be closed over.
import type { PeriodPreviewWire } from '@medspasync/schemas';
import { Button, Callout, Dialog } from '@medspasync/ui';
import { useState } from 'react';
import { useAnnounce } from '../../../lib/announcer.tsx';
import { countOf } from '../../../lib/counts.ts';
import { formatMonth } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { useClosePeriod } from '../api/periods.ts';

export interface CloseDialogProps {
  preview: PeriodPreviewWire;
  /** `March 2026, Downtown, Allē` */
  scopeWords: string;
  onClose: () => void;
}

export function CloseDialog({ preview, scopeWords, onClose }: CloseDialogProps) {
  const announce = useAnnounce();
  const [isAcknowledged, setIsAcknowledged] = useState(false);
  const close = useClosePeriod();
  const { figures, location_id, month, open_items_digest, program } = preview;
  const hasOpenItems = figures.open > 0;
  const confirm = () =>
    close.mutate(
      { month, location_id, program, ...(hasOpenItems && { acknowledged_digest: open_items_digest }) },
      {
        onSuccess: () => {
          announce(`${formatMonth(month)} is closed.`);
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Close ${scopeWords}?`}
      description="Decisions about its rows, and files that would change them, are refused from then on. It can be opened again with a reason."
    >
      <div className="grid gap-4">
        {hasOpenItems && (
          <Callout
            tone="warning"
            title={`${countOf(figures.open, 'row')} worth ${formatDollars(figures.open_amount)} still open`}
          >
            <label className="mt-1 flex cursor-pointer items-center gap-2.5">
              <input
                type="checkbox"
                className="size-4 accent-accent"
                checked={isAcknowledged}
                onChange={(event) => setIsAcknowledged(event.target.checked)}
              />
              Close it all the same
            </label>
          </Callout>
        )}
        {close.isError && <ProblemNotice error={close.error} />}
        <div className="flex flex-wrap justify-end gap-3">
          <Button variant="secondary" onClick={onClose}>
            Not yet
          </Button>
          <Button busy={close.isPending} disabled={hasOpenItems && !isAcknowledged} onClick={confirm}>
            Close the month
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
