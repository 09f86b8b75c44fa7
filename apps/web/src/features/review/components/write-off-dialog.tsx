// The row in hand given up.
import type { DecideRequestWire, ResultRowWire } from '@medspasync/schemas';
import { Dialog } from '@medspasync/ui';
import { formatDollars } from '../../../lib/money.ts';
import { amountOf, patientOf } from '../../../lib/results/result-words.ts';
import { WriteOffForm } from '../../../lib/results/write-off-form.tsx';

export interface WriteOffDialogProps {
  row: ResultRowWire;
  onClose: () => void;
  onDecide: (decision: DecideRequestWire) => void;
}

export function WriteOffDialog({ row, onClose, onDecide }: WriteOffDialogProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Write off ${formatDollars(amountOf(row))}`}
      description={`${patientOf(row)}. The money is given up; it counts as lost, not as recovered. Above the organization’s limit it waits for a second person.`}
    >
      <WriteOffForm
        label="Write off"
        onWriteOff={(words) => onDecide({ verdict: 'written_off', ...words })}
      />
    </Dialog>
  );
}
