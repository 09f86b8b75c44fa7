// Who calls, and what their role lets them do.
import * as z from 'zod';
import { FeatureSwitchesWire } from './features.ts';
import { PresentPasswordWire } from './passwords.ts';

export const RoleWire = z.enum(['admin', 'manager', 'reviewer', 'viewer']);
export type Role = z.infer<typeof RoleWire>;

export const LoginRequestWire = z
  .strictObject({
    email: z.email().max(320).meta({ example: 'sandbox@medspasync.test' }),
    password: PresentPasswordWire,
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
    patient_access: z
      .boolean()
      .meta({ description: 'Whether data of patients may be seen, for now or always.' }),
    features: FeatureSwitchesWire.meta({ description: 'What the organization has turned on.' }),
    has_second_factor: z.boolean(),
    second_factor_required: z
      .boolean()
      .meta({ description: 'Where it is and there is none, nothing is permitted but setting one up.' }),
    idle_seconds: z
      .int()
      .meta({ description: 'A session that nobody uses for this long ends.', example: 900 }),
  })
  .meta({ id: 'SessionUser' });
export type SessionUserWire = z.infer<typeof SessionUserWire>;

/** POST /auth/login, /auth/mfa/verify and /auth/refresh; the refresh token travels in an HttpOnly cookie only. */
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
