// Whose row it is: oneself at first, so that "@ Enter" takes it.
import { Button, Dialog, Field, Select, Skeleton } from '@medspasync/ui';
import { useForm } from 'react-hook-form';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { patientOf } from '../../../lib/results/result-words.ts';
import { useUser } from '../../../lib/session.ts';
import { useMembers } from '../../../lib/use-members.ts';
import { type RowOfQueue, useAssign } from '../api/use-remarks.ts';

/** A select has no null. */
const NOBODY = '';

export function AssignDialog({ of, onClose }: { of: RowOfQueue; onClose: () => void }) {
  const { user_id: ownId } = useUser();
  const { data: members, error } = useMembers();
  const assign = useAssign(of);
  const { register, handleSubmit } = useForm<{ userId: string }>({
    defaultValues: { userId: of.row.assigned_to?.user_id ?? ownId },
  });
  const problem = error ?? assign.error;
  return (
    <Dialog open onClose={onClose} title={`Whose is ${patientOf(of.row)}?`}>
      <form
        noValidate
        aria-label="Assign"
        className="grid gap-4"
        onSubmit={handleSubmit(({ userId }) =>
          assign.mutate(userId === NOBODY ? null : userId, { onSuccess: onClose }),
        )}
      >
        {!members && !error && <Skeleton className="h-16" />}
        {members && (
          <Field label="Member">
            {(control) => (
              <Select {...control} {...register('userId')} className="w-full">
                <option value={NOBODY}>Nobody</option>
                {members
                  .filter(({ is_disabled }) => !is_disabled)
                  .map(({ display_name, user_id }) => (
                    <option key={user_id} value={user_id}>
                      {user_id === ownId ? `${display_name} (you)` : display_name}
                    </option>
                  ))}
              </Select>
            )}
          </Field>
        )}
        {problem && <ProblemNotice error={problem} />}
        <Button type="submit" className="justify-self-start" busy={assign.isPending} disabled={!members}>
          Assign
        </Button>
      </form>
    </Dialog>
  );
}
