// Money given up: why, in a word from the list and in one's own.
import { WRITE_OFF_REASONS, type WriteOffReason } from '@medspasync/schemas';
import { Button, Field, Select, Textarea } from '@medspasync/ui';
import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';

export interface WriteOffWords {
  reason: WriteOffReason;
  note: string;
}

export interface WriteOffFormProps {
  /** Of the form and its button. */
  label: string;
  busy?: boolean;
  onWriteOff: (words: WriteOffWords) => void;
  /** Where the form takes the place of a button: puts that back. Of a dialog of its own there is none. */
  onCancel?: () => void;
}

export function WriteOffForm({ busy = false, label, onCancel, onWriteOff }: WriteOffFormProps) {
  const { register, handleSubmit, formState, setFocus } = useForm<WriteOffWords>({
    defaultValues: { reason: 'expired', note: '' },
  });
  const form = useRef<HTMLFormElement>(null);
  const isInPlace = onCancel !== undefined;
  // The button that had the focus is gone.
  useEffect(() => {
    if (!isInPlace) return;
    setFocus('reason');
    // Also its buttons, where it opens at the lower edge of a dialog.
    form.current?.scrollIntoView({ block: 'nearest' });
  }, [isInPlace, setFocus]);
  return (
    <form
      ref={form}
      noValidate
      aria-label={label}
      className="grid scroll-mb-4 gap-4"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onCancel) return;
        // What is around the form stays on the screen.
        event.preventDefault();
        onCancel();
      }}
      onSubmit={handleSubmit(onWriteOff)}
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
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" busy={busy}>
          {label}
        </Button>
        {onCancel && (
          <Button variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
