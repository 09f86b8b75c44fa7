// Who works for an organization, and how people come in.
import * as z from 'zod';
import { RoleWire } from './auth.ts';
import { NewPasswordWire } from './passwords.ts';
import { lineOf } from './text.ts';

export const MemberWire = z
  .object({
    user_id: z.uuid(),
    email: z.string(),
    display_name: z.string(),
    role: RoleWire,
    patient_access: z.boolean().meta({ description: 'Whether data of patients may be seen.' }),
    has_second_factor: z.boolean(),
    is_disabled: z.boolean(),
    last_seen_at: z.string().nullable(),
  })
  .meta({ id: 'Member' });
export type MemberWire = z.infer<typeof MemberWire>;

export const MembersWire = z.object({ members: z.array(MemberWire) }).meta({ id: 'Members' });

/** PATCH: what is not named stays. A change of role or being disabled ends the member's sessions. */
export const ChangeMemberRequestWire = z
  .strictObject({
    role: RoleWire.optional(),
    patient_access: z.boolean().optional(),
    is_disabled: z.boolean().optional(),
  })
  .meta({ id: 'ChangeMemberRequest' });
export type ChangeMemberRequestWire = z.infer<typeof ChangeMemberRequestWire>;

/** A token of the `<organization>.<secret>` kind. */
const OpaqueTokenWire = z.string().min(1).max(200);

export const CreateInvitationRequestWire = z
  .strictObject({
    email: z.email().max(320).meta({ example: 'maria@glow.test' }),
    role: RoleWire,
    patient_access: z.boolean().default(true),
    expires_in_days: z.int().min(1).max(30).default(7),
  })
  .meta({ id: 'CreateInvitationRequest' });
export type CreateInvitationRequestWire = z.infer<typeof CreateInvitationRequestWire>;

export const InvitationWire = z
  .object({
    invitation_id: z.uuid(),
    email: z.string(),
    role: RoleWire,
    patient_access: z.boolean(),
    invited_by: z.string().meta({ description: 'Name of the member.' }),
    created_at: z.string(),
    expires_at: z.string(),
    is_expired: z.boolean(),
  })
  .meta({ id: 'Invitation' });
export type InvitationWire = z.infer<typeof InvitationWire>;

export const InvitationsWire = z.object({ invitations: z.array(InvitationWire) }).meta({ id: 'Invitations' });

export const CreatedInvitationWire = InvitationWire.extend({
  token: z.string().meta({ description: 'Shown this once; only its digest is kept.' }),
}).meta({ id: 'CreatedInvitation' });
export type CreatedInvitationWire = z.infer<typeof CreatedInvitationWire>;

/** POST /invitations/open: what an invitation says, for the person who holds its token. */
export const OpenInvitationRequestWire = z
  .strictObject({ token: OpaqueTokenWire })
  .meta({ id: 'OpenInvitationRequest' });

export const OpenedInvitationWire = z
  .object({ organization_name: z.string(), email: z.string(), role: RoleWire, expires_at: z.string() })
  .meta({ id: 'OpenedInvitation' });
export type OpenedInvitationWire = z.infer<typeof OpenedInvitationWire>;

export const AcceptInvitationRequestWire = z
  .strictObject({
    token: OpaqueTokenWire,
    display_name: lineOf(200).meta({ example: 'Maria Santos' }),
    password: NewPasswordWire,
  })
  .meta({ id: 'AcceptInvitationRequest' });
export type AcceptInvitationRequestWire = z.infer<typeof AcceptInvitationRequestWire>;

/** Made by an administrator for a member who has forgotten the password; opens no session and skips no factor. */
export const PasswordResetWire = z
  .object({
    token: z.string().meta({ description: 'Shown this once; only its digest is kept.' }),
    expires_at: z.string(),
  })
  .meta({ id: 'PasswordReset' });
export type PasswordResetWire = z.infer<typeof PasswordResetWire>;

export const ResetPasswordRequestWire = z
  .strictObject({ token: OpaqueTokenWire, new_password: NewPasswordWire })
  .meta({ id: 'ResetPasswordRequest' });
export type ResetPasswordRequestWire = z.infer<typeof ResetPasswordRequestWire>;
