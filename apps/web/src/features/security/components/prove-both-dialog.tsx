// Both factors again, before recovery codes are replaced or the second factor goes.
import type { ProveBothFactorsRequestWire } from '@medspasync/schemas';
import { Button, Dialog, Field, Input, useToast } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../../lib/api.ts';
import { PasswordField, SOME_PASSWORD } from '../../../lib/password-field.tsx';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { disableSecondFactor, renewRecoveryCodes } from '../api/account.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

const WORDS = {
  renew: { title: 'New recovery codes', action: 'Make new codes', variant: 'primary' },
  disable: { title: 'Turn the second factor off', action: 'Turn off', variant: 'danger' },
} as const;

export interface ProveBothDialogProps {
  purpose: keyof typeof WORDS;
  open: boolean;
  onClose: () => void;
}

export function ProveBothDialog({ purpose, open, onClose }: ProveBothDialogProps) {
  const { action, title, variant } = WORDS[purpose];
  const showToast = useToast();
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState, reset } = useForm<ProveBothFactorsRequestWire>();
  const prove = useMutation({
    mutationFn: async (proof: ProveBothFactorsRequestWire): Promise<readonly string[]> => {
      if (purpose === 'renew') return (await renewRecoveryCodes(proof)).recovery_codes;
      await disableSecondFactor(proof);
      return [];
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.secondFactor });
      if (purpose === 'renew') return;
      showToast({ title: 'The second factor is off' });
      close();
      await api.session.refresh();
    },
  });
  const close = () => {
    onClose();
    reset();
    prove.reset();
  };
  const { errors } = formState;
  return (
    <Dialog open={open} onClose={close} title={title}>
      {prove.data && prove.data.length > 0 ? (
        <RecoveryCodes codes={prove.data} onDone={close} />
      ) : (
        <form noValidate className="grid gap-4" onSubmit={handleSubmit((proof) => prove.mutate(proof))}>
          <PasswordField
            label="Your password"
            error={errors.password?.message}
            registered={register('password', SOME_PASSWORD)}
          />
          <Field label="Code" hint="Of the app, or a recovery code." error={errors.code?.message}>
            {(control) => (
              <Input
                autoComplete="one-time-code"
                className="tabular"
                {...control}
                {...register('code', { required: 'Enter the code.' })}
              />
            )}
          </Field>
          {prove.isError && <ProblemNotice error={prove.error} />}
          <Button type="submit" variant={variant} className="justify-self-start" busy={prove.isPending}>
            {action}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
