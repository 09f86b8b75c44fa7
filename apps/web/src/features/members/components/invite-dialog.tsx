// Inviting somebody: address, role, and the link to hand over.
import { CreateInvitationRequestWire, type Role, RoleWire } from '@medspasync/schemas';
import { Button, Field, Input, Select, Switch } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { paths } from '../../../config/paths.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { MakeDialog } from '../../../lib/make-dialog.tsx';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { createInvitation } from '../api/members.ts';
import { linkOf } from './link-of.ts';
import { ROLE_WORDS } from './role-words.ts';

interface Draft {
  email: string;
  role: Role;
  days: string;
}

const DAYS = [1, 7, 30];

export function InviteDialog() {
  const [patientAccess, setPatientAccess] = useState(true);
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState, reset, watch } = useForm<Draft>({
    defaultValues: { email: '', role: 'reviewer', days: '7' },
  });
  const invite = useMutation({
    mutationFn: ({ email, role, days }: Draft) =>
      createInvitation({ email, role, patient_access: patientAccess, expires_in_days: Number(days) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.invitations }),
  });
  const beginAnew = () => {
    reset();
    invite.reset();
    setPatientAccess(true);
  };
  return (
    <MakeDialog
      action="Invite"
      icon={UserPlus}
      title="Invite somebody"
      made={
        invite.data && {
          title: `Hand this link to ${invite.data.email}`,
          words: `It works once, until ${formatInstant(invite.data.expires_at)}, and is not shown again.`,
          label: 'the link',
          secret: linkOf(paths.acceptInvitation, invite.data.token),
        }
      }
      onClosed={beginAnew}
    >
      <form
        noValidate
        aria-label="Invite somebody"
        className="grid gap-4"
        onSubmit={handleSubmit((draft) => invite.mutate(draft))}
      >
        <Field label="E-mail" error={formState.errors.email?.message}>
          {(control) => (
            <Input
              type="email"
              autoComplete="off"
              {...control}
              {...register('email', {
                validate: (email) =>
                  CreateInvitationRequestWire.shape.email.safeParse(email).success ||
                  'Enter an e-mail address.',
              })}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-start gap-4">
          <Field label="Role" hint={ROLE_WORDS[watch('role')]} className="min-w-48 flex-1">
            {(control) => (
              <Select {...control} {...register('role')}>
                {RoleWire.options.map((role) => (
                  <option key={role} value={role}>
                    {role.charAt(0).toUpperCase() + role.slice(1)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field label="Good for">
            {(control) => (
              <Select {...control} {...register('days')}>
                {DAYS.map((days) => (
                  <option key={days} value={days}>
                    {days === 1 ? '1 day' : `${days} days`}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Switch label="Sees data of patients" checked={patientAccess} onCheckedChange={setPatientAccess} />
        {invite.isError && <ProblemNotice error={invite.error} />}
        <Button type="submit" className="justify-self-start" busy={invite.isPending}>
          Make the link
        </Button>
      </form>
    </MakeDialog>
  );
}
