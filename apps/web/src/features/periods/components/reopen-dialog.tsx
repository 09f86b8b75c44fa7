// Opening a closed month again: why, which stays on record.
import { Button, Dialog, Field, Textarea } from '@medspasync/ui';
import { useForm } from 'react-hook-form';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { useReopenPeriod } from '../api/periods.ts';

const MIN_REASON = 10;

export interface ReopenDialogProps {
  periodId: string;
  title: string;
  onClose: () => void;
}

export function ReopenDialog({ periodId, title, onClose }: ReopenDialogProps) {
  const { register, handleSubmit, formState } = useForm<{ reason: string }>({
    defaultValues: { reason: '' },
  });
  const reopen = useReopenPeriod(periodId);
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        noValidate
        aria-label="Reopen"
        className="grid gap-4"
        onSubmit={handleSubmit(({ reason }) => reopen.mutate(reason, { onSuccess: onClose }))}
      >
        <Field label="Reason" hint="Sealed like a note." error={formState.errors.reason?.message}>
          {(control) => (
            <Textarea
              {...control}
              {...register('reason', {
                validate: (reason) =>
                  reason.trim().length >= MIN_REASON || `Say it in at least ${MIN_REASON} characters.`,
              })}
            />
          )}
        </Field>
        {reopen.isError && <ProblemNotice error={reopen.error} />}
        <Button type="submit" className="justify-self-start" busy={reopen.isPending}>
          Reopen
        </Button>
      </form>
    </Dialog>
  );
}
