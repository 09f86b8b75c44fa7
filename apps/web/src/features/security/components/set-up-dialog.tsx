// Setting up a second factor: the password, the app's first code, and the codes to keep.
import type { BegunSecondFactorWire } from '@medspasync/schemas';
import { Button, Dialog, Field, Input } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { api } from '../../../lib/api.ts';
import { Copyable } from '../../../lib/copyable.tsx';
import { PasswordField, SOME_PASSWORD } from '../../../lib/password-field.tsx';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { beginSecondFactor, confirmSecondFactor } from '../api/account.ts';
import { QrCode } from './qr-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export interface SetUpDialogProps {
  open: boolean;
  onClose: () => void;
}

export function SetUpDialog({ open, onClose }: SetUpDialogProps) {
  const queryClient = useQueryClient();
  const begin = useMutation({ mutationFn: beginSecondFactor });
  const confirm = useMutation({ mutationFn: confirmSecondFactor });
  const close = () => {
    onClose();
    begin.reset();
    confirm.reset();
    if (!confirm.isSuccess) return;
    // What the member may do can have changed with it.
    void api.session.refresh();
    void queryClient.invalidateQueries({ queryKey: queryKeys.secondFactor });
    void queryClient.invalidateQueries({ queryKey: queryKeys.sessions });
  };
  return (
    <Dialog open={open} onClose={close} title="Set up a second factor">
      {!begin.data && (
        <PasswordStep busy={begin.isPending} error={begin.error} onPassword={(it) => begin.mutate(it)} />
      )}
      {begin.data && !confirm.data && (
        <CodeStep
          begun={begin.data}
          busy={confirm.isPending}
          error={confirm.error}
          onCode={(code) => confirm.mutate(code)}
        />
      )}
      {confirm.data && <RecoveryCodes codes={confirm.data.recovery_codes} onDone={close} />}
    </Dialog>
  );
}

interface StepProps {
  busy: boolean;
  error: Error | null;
}

function PasswordStep({ busy, error, onPassword }: StepProps & { onPassword: (password: string) => void }) {
  const { register, handleSubmit, formState } = useForm<{ password: string }>();
  return (
    <form noValidate className="grid gap-4" onSubmit={handleSubmit(({ password }) => onPassword(password))}>
      <PasswordField
        label="Your password"
        error={formState.errors.password?.message}
        registered={register('password', SOME_PASSWORD)}
      />
      {error && <ProblemNotice error={error} />}
      <Button type="submit" className="justify-self-start" busy={busy}>
        Continue
      </Button>
    </form>
  );
}

interface CodeStepProps extends StepProps {
  begun: BegunSecondFactorWire;
  onCode: (code: string) => void;
}

function CodeStep({ begun, busy, error, onCode }: CodeStepProps) {
  const { register, handleSubmit, formState } = useForm<{ code: string }>();
  return (
    <form noValidate className="grid gap-5" onSubmit={handleSubmit(({ code }) => onCode(code))}>
      <div className="flex flex-wrap gap-5">
        <QrCode label="QR code for the authenticator app" text={begun.otpauth_uri} />
        <div className="grid min-w-52 flex-1 content-start gap-3 text-sm">
          <p className="text-ink-soft">Scan the code with your authenticator app, or type this into it:</p>
          <Copyable label="the secret" text={begun.secret} />
        </div>
      </div>
      <Field
        label="Code"
        hint="The six digits the app shows for MedSpaSync Pro."
        error={formState.errors.code?.message}
      >
        {(control) => (
          <Input
            inputMode="numeric"
            autoComplete="one-time-code"
            className="tabular"
            {...control}
            {...register('code', { required: 'Enter the code.' })}
          />
        )}
      </Field>
      {error && <ProblemNotice error={error} />}
      <Button type="submit" className="justify-self-start" busy={busy}>
        Turn on
      </Button>
    </form>
  );
}
