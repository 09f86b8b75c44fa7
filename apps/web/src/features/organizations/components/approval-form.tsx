// From how many dollars on a write-off takes a second pair of eyes.
import { Button, Field, Input } from '@medspasync/ui';
import { useForm } from 'react-hook-form';

export interface ApprovalFormProps {
  /** Dollars; up to them, one person decides. */
  above: number;
  isSaving: boolean;
  onSave: (above: number) => void;
}

export function ApprovalForm({ above, isSaving, onSave }: ApprovalFormProps) {
  const { register, handleSubmit, formState } = useForm<{ above: number }>({ defaultValues: { above } });
  return (
    <form
      noValidate
      aria-label="Write-offs"
      className="max-w-md"
      onSubmit={handleSubmit((draft) => onSave(draft.above))}
    >
      <Field
        label="Write-offs above this take a second person, dollars"
        error={formState.errors.above?.message}
        action={
          <Button type="submit" variant="secondary" busy={isSaving} disabled={!formState.isDirty}>
            Save
          </Button>
        }
      >
        {(control) => (
          <Input
            {...control}
            type="number"
            min={0}
            step="0.01"
            {...register('above', {
              valueAsNumber: true,
              validate: (dollars) => dollars >= 0 || 'Enter an amount, 0 or more.',
            })}
          />
        )}
      </Field>
    </form>
  );
}
