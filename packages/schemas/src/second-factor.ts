// The second factor: codes of an authenticator app (RFC 6238), and recovery codes for the day it is lost.
import * as z from 'zod';
import { PresentPasswordWire } from './passwords.ts';

const CodeWire = z.string().trim().min(1).max(40);

/** Answer of POST /auth/login where the account has a second factor. */
export const SecondFactorChallengeWire = z
  .object({
    mfa_required: z.literal(true),
    challenge_token: z.string().meta({ description: 'For POST /auth/mfa/verify. Opens nothing by itself.' }),
    expires_in: z.int().meta({ description: 'Seconds.' }),
  })
  .meta({ id: 'SecondFactorChallenge' });
export type SecondFactorChallengeWire = z.infer<typeof SecondFactorChallengeWire>;

export const VerifySecondFactorRequestWire = z
  .strictObject({
    challenge_token: z.string().min(1).max(200),
    code: CodeWire.meta({ description: 'Six digits of the app, or a recovery code.', example: '123456' }),
  })
  .meta({ id: 'VerifySecondFactorRequest' });
export type VerifySecondFactorRequestWire = z.infer<typeof VerifySecondFactorRequestWire>;

export const SecondFactorStatusWire = z
  .object({
    has_second_factor: z.boolean(),
    second_factor_required: z.boolean(),
    recovery_codes_left: z.int(),
  })
  .meta({ id: 'SecondFactorStatus' });
export type SecondFactorStatusWire = z.infer<typeof SecondFactorStatusWire>;

/** POST /auth/mfa/totp: the password again, whoever sits at an open screen. */
export const BeginSecondFactorRequestWire = z
  .strictObject({ password: PresentPasswordWire })
  .meta({ id: 'BeginSecondFactorRequest' });

export const BegunSecondFactorWire = z
  .object({
    secret: z.string().meta({ description: 'Base32, to be typed where no camera is at hand.' }),
    otpauth_uri: z.string().meta({ description: 'What the QR code says.' }),
  })
  .meta({ id: 'BegunSecondFactor' });
export type BegunSecondFactorWire = z.infer<typeof BegunSecondFactorWire>;

export const ConfirmSecondFactorRequestWire = z
  .strictObject({ code: CodeWire })
  .meta({ id: 'ConfirmSecondFactorRequest' });

/** POST /auth/mfa/disable and /auth/mfa/recovery-codes: both factors again. */
export const ProveBothFactorsRequestWire = z
  .strictObject({ password: PresentPasswordWire, code: CodeWire })
  .meta({ id: 'ProveBothFactorsRequest' });
export type ProveBothFactorsRequestWire = z.infer<typeof ProveBothFactorsRequestWire>;

export const RecoveryCodesWire = z
  .object({
    recovery_codes: z.array(z.string()).meta({ description: 'Shown this once; each serves once.' }),
  })
  .meta({ id: 'RecoveryCodes' });
export type RecoveryCodesWire = z.infer<typeof RecoveryCodesWire>;
