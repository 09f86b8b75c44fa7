// Somebody else's look at an emergency access.
import type { BreakGlassWire } from '@medspasync/schemas';
import { Button, Dialog, Field, Input } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { reviewAccess } from '../api/emergency-access.ts';
import { REASON_WITHHELD } from '../reason-withheld.ts';

export interface ReviewDialogProps {
  access: BreakGlassWire;
  onClose: () => void;
}

export function ReviewDialog({ access, onClose }: ReviewDialogProps) {
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState } = useForm<{ note: string }>();
  const review = useMutation({
    mutationFn: ({ note }: { note: string }) => reviewAccess(access.break_glass_id, note),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.emergencyAccess });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Review of ${access.display_name}`}
      description={access.reason ?? REASON_WITHHELD}
    >
      <form
        noValidate
        aria-label="Review"
        className="grid gap-4"
        onSubmit={handleSubmit((draft) => review.mutate(draft))}
      >
        <Field
          label="What you found"
          hint="The audit log tells what was read. Sealed like a note."
          error={formState.errors.note?.message}
        >
          {(control) => (
            <Input
              {...control}
              {...register('note', { validate: (note) => note.trim() !== '' || 'Write a word.' })}
            />
          )}
        </Field>
        {review.isError && <ProblemNotice error={review.error} />}
        <Button type="submit" className="justify-self-start" busy={review.isPending}>
          Note the review
        </Button>
      </form>
    </Dialog>
  );
}
