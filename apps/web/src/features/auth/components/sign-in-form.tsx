// E-mail and password, checked before they are sent; then the second factor, where there is one.
import { LoginRequestWire } from '@medspasync/schemas';
import { Button, Field, Input } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../../lib/api.ts';
import { PasswordField, SOME_PASSWORD } from '../../../lib/password-field.tsx';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

/** `quiet` where another way in comes first. */
export function SignInForm({ quiet }: { quiet?: boolean }) {
  const { register, handleSubmit, formState } = useForm<LoginRequestWire>();
  const signIn = useMutation({
    mutationFn: ({ email, password }: LoginRequestWire) => api.session.signIn(email, password),
  });
  const { errors } = formState;
  if (signIn.data) return <SecondFactorForm challenge={signIn.data} onRestart={signIn.reset} />;
  return (
    <form
      noValidate
      aria-label="Sign in"
      className="grid gap-4"
      onSubmit={handleSubmit((credentials) => signIn.mutate(credentials))}
    >
      <Field label="E-mail" error={errors.email?.message}>
        {(control) => (
          <Input
            type="email"
            autoComplete="username"
            {...control}
            {...register('email', {
              validate: (email) =>
                LoginRequestWire.shape.email.safeParse(email).success || 'Enter your e-mail address.',
            })}
          />
        )}
      </Field>
      <PasswordField
        label="Password"
        error={errors.password?.message}
        registered={register('password', SOME_PASSWORD)}
      />
      {signIn.isError && <ProblemNotice error={signIn.error} />}
      <Button type="submit" size="lg" variant={quiet ? 'secondary' : 'primary'} busy={signIn.isPending}>
        Sign in
      </Button>
    </form>
  );
}
