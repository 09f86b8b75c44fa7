// A reward and a sale of other amounts, paired by hand: the difference is shown, and why it is right is asked for.
import { centsOf, type DecideRequestWire, formatCents, type TransactionWire } from '@medspasync/schemas';
import { Button, Dialog, Field, Textarea } from '@medspasync/ui';
import { useForm } from 'react-hook-form';
import { formatDollars } from '../../../lib/money.ts';

/** Gives the reward in hand this sale. */
export type PairWith = (sale: TransactionWire, decision: DecideRequestWire) => void;

/** Cents by which the sale is more than the reward. */
export const differenceCents = (reward: TransactionWire, sale: TransactionWire): number =>
  centsOf(sale.amount) - centsOf(reward.amount);

/** Of a pair whose sales are less than the reward. */
export const MAY_WAIT = 'Above the organization’s limit it waits for a second person.';

/** What is nearly always so of a larger sale: an entry is confirmed faster than written. */
const PART_OF_INVOICE = 'The reward is part of a larger invoice.';

export interface DifferenceDialogProps {
  reward: TransactionWire;
  sale: TransactionWire;
  onClose: () => void;
  onConfirm: (note: string) => void;
}

export function DifferenceDialog({ reward, sale, onClose, onConfirm }: DifferenceDialogProps) {
  const cents = differenceCents(reward, sale);
  const { register, handleSubmit, formState } = useForm<{ note: string }>({
    defaultValues: { note: cents > 0 ? PART_OF_INVOICE : '' },
  });
  const approval = cents < 0 ? ` ${MAY_WAIT}` : '';
  const difference = `${formatCents(Math.abs(cents))} ${cents > 0 ? 'more' : 'less'}`;
  return (
    <Dialog
      open
      onClose={onClose}
      title="The amounts differ"
      description={`The sale of ${formatDollars(sale.amount)} is ${difference} than the reward of ${formatDollars(reward.amount)}. The difference stays on record with your reason.${approval}`}
    >
      <form
        noValidate
        aria-label="Pair with another amount"
        className="grid gap-4"
        onSubmit={handleSubmit(({ note }) => onConfirm(note))}
      >
        <Field label="Why it is right" error={formState.errors.note?.message}>
          {(control) => (
            <Textarea
              {...control}
              {...register('note', {
                validate: (note) => note.trim() !== '' || 'Say in a word why the amounts differ.',
              })}
            />
          )}
        </Field>
        <Button type="submit" className="justify-self-start">
          Pair with {difference}
        </Button>
      </form>
    </Dialog>
  );
}
