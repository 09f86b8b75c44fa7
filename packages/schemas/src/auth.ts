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
