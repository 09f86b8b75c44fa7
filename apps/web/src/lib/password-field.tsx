// A password that somebody has, and one being chosen: how long it has to be is told before and while it is typed.
import { charactersOf, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@medspasync/schemas';
import { Field, Input } from '@medspasync/ui';
import type { UseFormRegisterReturn } from 'react-hook-form';

/** For react-hook-form's `validate`. What is too common is told by the API. */
export const lengthOfPassword =
  (least = MIN_PASSWORD_LENGTH) =>
  (password: string): true | string => {
    const length = charactersOf(password);
    if (length < least) return `Use at least ${least} characters.`;
    return length <= MAX_PASSWORD_LENGTH || `Use at most ${MAX_PASSWORD_LENGTH} characters.`;
  };

export interface NewPasswordFieldProps {
  label: string;
  least?: number;
  error: string | undefined;
  /** What `register` gives. */
  registered: UseFormRegisterReturn;
}

export function NewPasswordField({
  label,
  least = MIN_PASSWORD_LENGTH,
  error,
  registered,
}: NewPasswordFieldProps) {
  return (
    <Field
      label={label}
      hint={`At least ${least} characters. A few words that do not belong together are easy to keep and hard to guess.`}
      {...(error === undefined ? {} : { error })}
    >
      {(control) => <Input type="password" autoComplete="new-password" {...control} {...registered} />}
    </Field>
  );
}

export interface PasswordFieldProps {
  label: string;
  error: string | undefined;
  /** What `register` gives. */
  registered: UseFormRegisterReturn;
}

export function PasswordField({ label, error, registered }: PasswordFieldProps) {
  return (
    <Field label={label} {...(error === undefined ? {} : { error })}>
      {(control) => <Input type="password" autoComplete="current-password" {...control} {...registered} />}
    </Field>
  );
}

/** For `register`: a password that only has to be there. */
export const SOME_PASSWORD = { required: 'Enter your password.' };
