// Passwords: how long they are, and how they are changed (NIST SP 800-63B-4).
import * as z from 'zod';

/** Shortest password where it is the only factor. */
export const MIN_PASSWORD_LENGTH = 15;
/** Shortest password of somebody who proves a second factor as well. */
export const MIN_PASSWORD_LENGTH_WITH_SECOND_FACTOR = 8;
export const MAX_PASSWORD_LENGTH = 128;

/** A bound on what is hashed: a character of a password that fits takes at most this many UTF-16 units. */
const MAX_UNITS = MAX_PASSWORD_LENGTH * 8;

/** Code points, not UTF-16 units: an emoji is one character of a password. */
export const charactersOf = (password: string): number => [...password.normalize('NFKC')].length;

/** One that is only compared. */
export const PresentPasswordWire = z.string().min(1).max(MAX_UNITS);

/** One that is being chosen. What is too short without a second factor, or too common, is told by the API. */
export const NewPasswordWire = z
  .string()
  .max(MAX_UNITS)
  .refine((password) => charactersOf(password) <= MAX_PASSWORD_LENGTH, {
    error: `must have at most ${MAX_PASSWORD_LENGTH} characters`,
  })
  .refine((password) => charactersOf(password) >= MIN_PASSWORD_LENGTH_WITH_SECOND_FACTOR, {
    error: `must have at least ${MIN_PASSWORD_LENGTH} characters`,
  });

/** POST /auth/password. */
export const ChangePasswordRequestWire = z
  .strictObject({ current_password: PresentPasswordWire, new_password: NewPasswordWire })
  .meta({ id: 'ChangePasswordRequest' });
export type ChangePasswordRequestWire = z.infer<typeof ChangePasswordRequestWire>;
