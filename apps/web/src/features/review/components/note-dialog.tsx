// A note on a row: what somebody found out, without deciding anything.
import { Button, Dialog, Field, Textarea } from '@medspasync/ui';
import { useForm } from 'react-hook-form';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { patientOf } from '../../../lib/results/result-words.ts';
import { type RowOfQueue, useWriteNote } from '../api/use-remarks.ts';

export function NoteDialog({ of, onClose }: { of: RowOfQueue; onClose: () => void }) {
  const { register, handleSubmit, formState } = useForm<{ text: string }>();
  const write = useWriteNote(of);
  return (
    <Dialog open onClose={onClose} title={`Note on ${patientOf(of.row)}`}>
      <form
        noValidate
        aria-label="Note"
        className="grid gap-4"
        onSubmit={handleSubmit(({ text }) => write.mutate(text, { onSuccess: onClose }))}
      >
        <Field
          label="Note"
          hint="Colleagues see it with the row. It is sealed like the rest of a patient’s data."
          error={formState.errors.text?.message}
        >
          {(control) => (
            <Textarea
              {...control}
              {...register('text', { validate: (text) => text.trim() !== '' || 'Write a word.' })}
            />
          )}
        </Field>
        {write.isError && <ProblemNotice error={write.error} />}
        <Button type="submit" className="justify-self-start" busy={write.isPending}>
          Keep the note
        </Button>
      </form>
    </Dialog>
  );
}
