// Money given up: why, in a word from the list and in one's own.
import {
  type DecideRequestWire,
  type ResultRowWire,
  WRITE_OFF_REASONS,
  type WriteOffReason,
} from '@medspasync/schemas';
import { Button, Dialog, Field, Select, Textarea } from '@medspasync/ui';
import { useForm } from 'react-hook-form';
import { formatDollars } from '../../../lib/money.ts';
import { amountOf, patientOf } from '../../../lib/results/result-words.ts';

interface Draft {
  reason: WriteOffReason;
  note: string;
}

export interface WriteOffDialogProps {
  row: ResultRowWire;
  onClose: () => void;
  onDecide: (decision: DecideRequestWire) => void;
}

export function WriteOffDialog({ row, onClose, onDecide }: WriteOffDialogProps) {
  const { register, handleSubmit, formState } = useForm<Draft>({
    defaultValues: { reason: 'expired', note: '' },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Write off ${formatDollars(amountOf(row))}`}
      description={`${patientOf(row)}. The money is given up; it counts as lost, not as recovered. Above the organization’s limit it waits for a second person.`}
    >
      <form
        noValidate
        aria-label="Write off"
        className="grid gap-4"
        onSubmit={handleSubmit((draft) => onDecide({ verdict: 'written_off', ...draft }))}
      >
        <Field label="Reason">
          {(control) => (
            <Select {...control} {...register('reason')} className="w-full">
              {Object.entries(WRITE_OFF_REASONS).map(([reason, words]) => (
                <option key={reason} value={reason}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="In your own words" error={formState.errors.note?.message}>
          {(control) => (
            <Textarea
              {...control}
              {...register('note', {
                validate: (note) => note.trim() !== '' || 'Say in a word why it is written off.',
              })}
            />
          )}
        </Field>
        <Button type="submit" variant="danger" className="justify-self-start">
          Write off
        </Button>
      </form>
    </Dialog>
  );
}
