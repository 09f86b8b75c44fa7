// Who invites and as what; then name and password, and straight in.
import { Button, Field, Input, Skeleton } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { paths } from '../../../config/paths.ts';
import { api } from '../../../lib/api.ts';
import { lengthOfPassword, NewPasswordField } from '../../../lib/password-field.tsx';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { acceptInvitation, useInvitation } from '../api/invitation.ts';

interface Draft {
  display_name: string;
  password: string;
}

export function AcceptInvitation({ token }: { token: string }) {
  const invitation = useInvitation(token);
  const navigate = useNavigate();
  const { register, handleSubmit, formState } = useForm<Draft>();
  const accept = useMutation({
    mutationFn: async ({ display_name, password }: Draft) => {
      const { email } = await acceptInvitation({ token, display_name, password });
      await api.session.signIn(email, password);
    },
    onSuccess: () => navigate(paths.home, { replace: true }),
  });
  if (invitation.isPending) return <Skeleton className="h-60" />;
  if (invitation.isError)
    return (
      <div className="grid gap-4 text-sm">
        <ProblemNotice error={invitation.error} />
        <p className="text-ink-soft">Ask whoever invited you for a new one.</p>
      </div>
    );
  const { email, organization_name, role } = invitation.data;
  const { errors } = formState;
  return (
    <form
      noValidate
      aria-label="Accept the invitation"
      className="grid gap-4"
      onSubmit={handleSubmit((draft) => accept.mutate(draft))}
    >
      <p className="text-ink-soft text-sm">
        <strong className="font-semibold text-ink">{organization_name}</strong> invites you to work with them
        as {role}.
      </p>
      <Field label="E-mail">
        {(control) => <Input type="email" autoComplete="username" readOnly value={email} {...control} />}
      </Field>
      <Field label="Your name" error={errors.display_name?.message}>
        {(control) => (
          <Input
            autoComplete="name"
            {...control}
            {...register('display_name', {
              validate: (name) => name.trim() !== '' || 'Enter your name.',
            })}
          />
        )}
      </Field>
      <NewPasswordField
        label="Password"
        error={errors.password?.message}
        registered={register('password', { validate: lengthOfPassword() })}
      />
      {accept.isError && <ProblemNotice error={accept.error} />}
      <Button type="submit" size="lg" busy={accept.isPending}>
        Join {organization_name}
      </Button>
    </form>
  );
}
