// Who calls, and what their role lets them do.
import { z } from 'zod';

export const RoleWire = z.enum(['admin', 'manager', 'reviewer', 'viewer']);
export type Role = z.infer<typeof RoleWire>;

/** Shortest password accepted where it is the only factor (NIST SP 800-63B-4). */
export const MIN_PASSWORD_LENGTH = 15;
export const MAX_PASSWORD_LENGTH = 128;

export const LoginRequestWire = z
  .strictObject({
    email: z.email().max(320).meta({ example: 'sandbox@medspasync.test' }),
    password: z.string().min(1).max(MAX_PASSWORD_LENGTH),
  })
  .meta({ id: 'LoginRequest' });
export type LoginRequestWire = z.infer<typeof LoginRequestWire>;

export const SessionUserWire = z
  .object({
    user_id: z.uuid(),
    email: z.string(),
    display_name: z.string(),
    role: RoleWire,
    organization_id: z.uuid(),
    organization_name: z.string(),
    permissions: z.array(z.string()),
  })
  .meta({ id: 'SessionUser' });
export type SessionUserWire = z.infer<typeof SessionUserWire>;

/** POST /auth/login and /auth/refresh; the refresh token travels in an HttpOnly cookie only. */
export const TokenResponseWire = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'Seconds.' }),
    user: SessionUserWire,
  })
  .meta({ id: 'TokenResponse' });
export type TokenResponseWire = z.infer<typeof TokenResponseWire>;

/** GET /auth/sessions: where a person is signed in. */
export const SessionWire = z
  .object({
    session_id: z.uuid(),
    created_at: z.string(),
    last_seen_at: z.string(),
    expires_at: z.string(),
    user_agent: z.string().nullable(),
    is_current: z.boolean().meta({ description: 'The session this request came with.' }),
  })
  .meta({ id: 'Session' });
export type SessionWire = z.infer<typeof SessionWire>;

export const SessionsWire = z.object({ sessions: z.array(SessionWire) }).meta({ id: 'Sessions' });

/** POST /auth/api-keys. A key never does more than the person who made it. */
export const CreateApiKeyRequestWire = z
  .strictObject({
    name: z.string().trim().min(1).max(100).meta({ example: 'Nightly import' }),
    permissions: z
      .array(z.string())
      .min(1)
      .max(50)
      .meta({ example: ['uploads:create', 'reconciliation:start', 'reconciliation:read'] }),
    expires_in_days: z.int().min(1).max(366).optional(),
  })
  .meta({ id: 'CreateApiKeyRequest' });
export type CreateApiKeyRequestWire = z.infer<typeof CreateApiKeyRequestWire>;

export const ApiKeyWire = z
  .object({
    api_key_id: z.uuid(),
    name: z.string(),
    permissions: z.array(z.string()),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
    expires_at: z.string().nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyWire = z.infer<typeof ApiKeyWire>;

export const ApiKeysWire = z.object({ api_keys: z.array(ApiKeyWire) }).meta({ id: 'ApiKeys' });

export const CreatedApiKeyWire = ApiKeyWire.extend({
  key: z.string().meta({ description: 'Shown this once; only its digest is kept.' }),
}).meta({ id: 'CreatedApiKey' });
export type CreatedApiKeyWire = z.infer<typeof CreatedApiKeyWire>;

/** Code points, not UTF-16 units: an emoji is one character of a password. */
const charactersOf = (password: string): number => [...password.normalize('NFKC')].length;

/** POST /auth/password. What is too common is told by the API, which has the list. */
export const ChangePasswordRequestWire = z
  .strictObject({
    current_password: z.string().min(1).max(MAX_PASSWORD_LENGTH),
    new_password: z
      .string()
      .max(MAX_PASSWORD_LENGTH)
      .refine((password) => charactersOf(password) >= MIN_PASSWORD_LENGTH, {
        error: `must have at least ${MIN_PASSWORD_LENGTH} characters`,
      }),
  })
  .meta({ id: 'ChangePasswordRequest' });
export type ChangePasswordRequestWire = z.infer<typeof ChangePasswordRequestWire>;
