// A new password, by the token of an administrator. It signs nobody in: the second factor is still asked for.
import { Button, Callout } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { paths } from '../../../config/paths.ts';
import { api } from '../../../lib/api.ts';
import { lengthOfPassword, NewPasswordField } from '../../../lib/password-field.tsx';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';

export function ResetPassword({ token }: { token: string }) {
  const { register, handleSubmit, formState } = useForm<{ new_password: string }>();
  const reset = useMutation({
    mutationFn: ({ new_password }: { new_password: string }) =>
      api.http.POST('/auth/password/reset', { body: { token, new_password } }),
  });
  if (reset.isSuccess)
    return (
      <>
        <Callout role="status" tone="success" title="The password is set">
          You have been signed out everywhere.
        </Callout>
        <Button asChild size="lg">
          <Link to={paths.signIn}>Sign in</Link>
        </Button>
      </>
    );
  return (
    <form
      noValidate
      aria-label="Choose a new password"
      className="grid gap-4"
      onSubmit={handleSubmit((draft) => reset.mutate(draft))}
    >
      <NewPasswordField
        label="New password"
        error={formState.errors.new_password?.message}
        registered={register('new_password', { validate: lengthOfPassword() })}
      />
      {reset.isError && <ProblemNotice error={reset.error} />}
      <Button type="submit" size="lg" busy={reset.isPending}>
        Set the password
      </Button>
    </form>
  );
}
