// The second step of a sign-in: six digits of the app, or a recovery code.
import { ApiProblem } from '@medspasync/api-client';
import type { SecondFactorChallengeWire } from '@medspasync/schemas';
import { Button, Field, Input } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { api } from '../../../lib/api.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';

export interface SecondFactorFormProps {
  challenge: SecondFactorChallengeWire;
  /** Back to e-mail and password. */
  onRestart: () => void;
}

export function SecondFactorForm({ challenge, onRestart }: SecondFactorFormProps) {
  const [usesRecoveryCode, setUsesRecoveryCode] = useState(false);
  const { register, handleSubmit, formState, reset, setFocus } = useForm<{ code: string }>();
  const prove = useMutation({
    mutationFn: ({ code }: { code: string }) => api.session.proveSecondFactor(challenge, code),
    onError: () => setFocus('code', { shouldSelect: true }),
  });
  const isOver = prove.error instanceof ApiProblem && prove.error.code === 'auth.challenge-ended';
  return (
    <form
      noValidate
      aria-label="Second factor"
      className="grid gap-4"
      onSubmit={handleSubmit((proof) => prove.mutate(proof))}
    >
      <Field
        key={String(usesRecoveryCode)}
        label={usesRecoveryCode ? 'Recovery code' : 'Code'}
        hint={usesRecoveryCode ? 'Each one works once.' : 'The six digits your authenticator app shows now.'}
        error={formState.errors.code?.message}
      >
        {(control) => (
          <Input
            autoFocus
            inputMode={usesRecoveryCode ? 'text' : 'numeric'}
            autoComplete="one-time-code"
            spellCheck={false}
            className="tabular"
            {...control}
            {...register('code', { required: 'Enter the code.' })}
          />
        )}
      </Field>
      {prove.isError && <ProblemNotice error={prove.error} />}
      {isOver ? (
        <Button size="lg" onClick={onRestart}>
          Start again
        </Button>
      ) : (
        <Button type="submit" size="lg" busy={prove.isPending}>
          Continue
        </Button>
      )}
      <div className="flex flex-wrap justify-between gap-3 text-sm">
        <Button
          variant="link"
          size="inline"
          onClick={() => {
            setUsesRecoveryCode(!usesRecoveryCode);
            reset();
            prove.reset();
          }}
        >
          {usesRecoveryCode ? 'Use the app' : 'Use a recovery code'}
        </Button>
        {!isOver && (
          <Button variant="link" size="inline" onClick={onRestart}>
            Somebody else
          </Button>
        )}
      </div>
    </form>
  );
}
