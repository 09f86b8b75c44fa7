// Changing one's own password; the present one proves who sits here.
import type { SessionUserWire } from '@medspasync/schemas';
import { MIN_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH_WITH_SECOND_FACTOR } from '@medspasync/schemas';
import { Button, Card, CardBody, CardHeader, CardTitle, useToast } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { lengthOfPassword, NewPasswordField, PasswordField } from '../../../lib/password-field.tsx';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { changePassword } from '../api/account.ts';

interface Draft {
  current_password: string;
  new_password: string;
}

export function PasswordCard({ user }: { user: SessionUserWire }) {
  const showToast = useToast();
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState, reset } = useForm<Draft>();
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      reset();
      showToast({ title: 'Password changed', description: 'You are signed out everywhere but here.' });
      return queryClient.invalidateQueries({ queryKey: queryKeys.sessions });
    },
  });
  const least = user.has_second_factor ? MIN_PASSWORD_LENGTH_WITH_SECOND_FACTOR : MIN_PASSWORD_LENGTH;
  const { errors } = formState;
  return (
    <Card aria-labelledby="password">
      <CardHeader>
        <CardTitle id="password">Password</CardTitle>
      </CardHeader>
      <CardBody>
        <form
          noValidate
          aria-labelledby="password"
          className="grid max-w-md gap-4"
          onSubmit={handleSubmit((draft) => change.mutate(draft))}
        >
          {/* For password managers: whose password it is. */}
          <input type="hidden" name="username" autoComplete="username" value={user.email} />
          <PasswordField
            label="Present password"
            error={errors.current_password?.message}
            registered={register('current_password', { required: 'Enter your present password.' })}
          />
          <NewPasswordField
            label="New password"
            least={least}
            error={errors.new_password?.message}
            registered={register('new_password', { validate: lengthOfPassword(least) })}
          />
          {change.isError && <ProblemNotice error={change.error} />}
          <Button type="submit" variant="secondary" className="justify-self-start" busy={change.isPending}>
            Change password
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
