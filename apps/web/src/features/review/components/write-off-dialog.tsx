// The row in hand given up.
import type { DecideRequestWire, ResultRowWire } from '@medspasync/schemas';
import { Dialog } from '@medspasync/ui';
import { formatDollars } from '../../../lib/money.ts';
import { isPaidInPart, unpaidOf } from '../../../lib/results/paid-words.ts';
import { patientOf } from '../../../lib/results/result-words.ts';
import { WriteOffForm } from '../../../lib/results/write-off-form.tsx';

export interface WriteOffDialogProps {
  row: ResultRowWire;
  onClose: () => void;
  onDecide: (decision: DecideRequestWire) => void;
}

export function WriteOffDialog({ row, onClose, onDecide }: WriteOffDialogProps) {
  const left = formatDollars(unpaidOf(row));
  const rest = isPaidInPart(row) ? ', which payments have left of it,' : '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Write off ${left}`}
      description={`${patientOf(row)}. The money${rest} is given up; it counts as lost, not as recovered. Above the organization’s limit it waits for a second person.`}
    >
      <WriteOffForm
        label="Write off"
        onWriteOff={(words) => onDecide({ verdict: 'written_off', ...words })}
      />
    </Dialog>
  );
}
