// The audit log: what is recorded, and how its events, its verification and its proofs look outside.
import * as z from 'zod';

/** Everything that is recorded, with what a person calls it. An action is never renamed: old events keep theirs. */
export const AUDIT_ACTIONS = {
  'upload.created': 'File uploaded',
  'upload.previewed': 'File looked into before its import',
  'previews.removed': 'Files removed that were looked into and never imported',
  'upload.remapped': 'Columns of a file corrected',
  'upload.read': 'File read',
  'upload.listed': 'Files listed',
  'job.started': 'Reconciliation started',
  'job.cancelled': 'Reconciliation cancelled',
  'job.retried': 'Reconciliation started again',
  'job.undone': 'Reconciliation undone',
  'job.completed': 'Reconciliation completed',
  'results.read': 'Results read',
  'results.searched': 'Results searched',
  'results.exported': 'Results exported',
  'decision.made': 'Decision made',
  'decision.undone': 'Decision undone',
  'decisions.carried': 'Decisions of earlier jobs carried over',
  'decisions.reopened': 'Decisions open again, since a void or a sale was corrected, or a void overruled',
  'decisions.put_back': 'Decisions stand again, since the run that corrected their sale was undone',
  'reversal.told': 'Said whether a void takes a redemption back',
  'reversal.undone': 'What was said of a void taken back',
  'write_off.approved': 'Write-off approved',
  'period.closed': 'Month closed',
  'period.reopened': 'Month reopened',
  'periods.read': 'Reasons for reopening a month read',
  'reimbursements.read': 'Reimbursements read',
  'settlement.started': 'Settling of reimbursements started',
  'settlement.completed': 'Reimbursements settled',
  'payment.settled': 'Reimbursement settled by a person',
  'payment.undone': 'Settled reimbursement taken back',
  'note.written': 'Note written',
  'note.withdrawn': 'Note withdrawn',
  'result.assigned': 'Result assigned',
  'aliases.read': 'Alias book read',
  'alias.added': 'Names remembered as belonging together',
  'alias.removed': 'Names taken out of the alias book',
  'sign_in.succeeded': 'Signed in',
  'sign_in.failed': 'Sign-in failed',
  'sign_in.locked': 'Account locked',
  'session.ended': 'Signed out',
  'session.revoked': 'Session revoked',
  'session.stolen': 'Session ended, since a spent refresh token came back',
  'proof.failed': 'Wrong password or code given while signed in',
  'password.changed': 'Password changed',
  'password.reset_created': 'Password reset prepared',
  'password.reset': 'Password reset',
  'second_factor.enabled': 'Second factor turned on',
  'second_factor.disabled': 'Second factor turned off',
  'second_factor.reset': 'Second factor and password taken away',
  'recovery_codes.created': 'New recovery codes made',
  'recovery_code.used': 'Recovery code used',
  'api_key.created': 'API key created',
  'api_key.revoked': 'API key revoked',
  'invitation.created': 'Invitation sent',
  'invitation.accepted': 'Invitation accepted',
  'invitation.revoked': 'Invitation revoked',
  'member.role_changed': 'Role changed',
  'member.access_granted': 'Patient access granted',
  'member.access_taken': 'Patient access taken away',
  'member.disabled': 'Member disabled',
  'member.enabled': 'Member enabled',
  'member.removed': 'Member removed',
  'break_glass.opened': 'Emergency access opened',
  'break_glass.closed': 'Emergency access closed',
  'break_glass.reviewed': 'Emergency access reviewed',
  'break_glass.read': 'Reasons for emergency access read',
  'access.denied': 'Access denied',
  'answer.replayed': 'Kept answer given again',
  'organization.changed': 'Organization changed',
  'setting.changed': 'Setting changed',
  'model.trained': 'Model trained',
  'model.promoted': 'Model put to work',
  'model.rolled_back': 'Model rolled back',
  'webhook.created': 'Webhook created',
  'webhook.changed': 'Webhook changed',
  'webhook.removed': 'Webhook removed',
  'webhook.tested': 'Webhook tried out',
  'webhook.redelivered': 'Webhook message sent again',
  'webhook.disabled': 'Webhook turned off after failures',
  'audit.verified': 'Audit log verified',
  'audit.exported': 'Audit log exported',
  'encryption.rotated': 'Patient data encrypted with a new key',
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;
export const AuditActionWire = z.enum(Object.keys(AUDIT_ACTIONS) as [AuditAction, ...AuditAction[]]);

const AuditValueWire = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);
export const AuditDetailWire = z
  .record(z.string(), z.union([AuditValueWire, z.array(AuditValueWire)]))
  .meta({ id: 'AuditDetail', description: 'Ids, counts, codes and settings; never anything of a patient.' });
export type AuditDetail = z.infer<typeof AuditDetailWire>;

export const AuditSubjectWire = z
  .object({ kind: z.string().meta({ example: 'job' }), id: z.string() })
  .meta({ id: 'AuditSubject' });
export type AuditSubject = z.infer<typeof AuditSubjectWire>;

export const AuditEventWire = z
  .object({
    seq: z.int().min(1).meta({ description: 'Counts without a gap from 1 in each organization.' }),
    at: z.string(),
    action: z.string().meta({ example: 'results.read' }),
    actor: z.object({
      user_id: z.uuid().nullable().meta({ description: 'Null for what the system does by itself.' }),
      name: z.string().nullable().meta({ description: 'As the member is called today.' }),
      session_id: z.uuid().nullable(),
      api_key_id: z.uuid().nullable(),
    }),
    subject: AuditSubjectWire.nullable(),
    detail: AuditDetailWire,
  })
  .meta({ id: 'AuditEvent' });
export type AuditEventWire = z.infer<typeof AuditEventWire>;

/** Events in one answer. */
export const DEFAULT_AUDIT_LIMIT = 50;

export const AuditEventsWire = z
  .object({ events: z.array(AuditEventWire), page: z.int(), limit: z.int(), total_events: z.int() })
  .meta({ id: 'AuditEvents' });
export type AuditEventsWire = z.infer<typeof AuditEventsWire>;

export const AuditFindingWire = z
  .object({
    seq: z.int().meta({ description: 'The event it was found at.' }),
    kind: z.enum(['gap', 'repeated', 'unlinked', 'altered', 'unknown_key', 'head', 'cut', 'anchor']),
    message: z.string(),
  })
  .meta({ id: 'AuditFinding' });
export type AuditFinding = z.infer<typeof AuditFindingWire>;

export const AuditVerificationWire = z
  .object({
    intact: z.boolean(),
    events: z.int().meta({ description: 'Events checked.' }),
    findings: z.array(AuditFindingWire).meta({ description: 'The first hundred.' }),
    anchors: z.int().meta({ description: 'Signed heads found outside of the database and compared.' }),
    anchored_seq: z.int().nullable().meta({ description: 'Up to here a cut end would be noticed.' }),
    anchored_at: z.string().nullable(),
    verified_at: z.string(),
  })
  .meta({ id: 'AuditVerification' });
export type AuditVerificationWire = z.infer<typeof AuditVerificationWire>;

/** An event as it is stored: `payload` verbatim, hashes in hexadecimal. */
export const SealedEventWire = z
  .object({
    seq: z.int(),
    key_id: z.string(),
    prev_mac: z.string(),
    payload: z.string().meta({ description: 'RFC 8785 canonical JSON.' }),
    mac: z.string(),
  })
  .meta({ id: 'SealedEvent' });
export type SealedEventWire = z.infer<typeof SealedEventWire>;

export const AuditProofWire = z
  .object({
    format: z.literal('medspasync-audit-proof-1'),
    organization_id: z.uuid(),
    exported_at: z.string(),
    events: z.array(SealedEventWire).meta({ description: 'Consecutive: a page leaves nothing out.' }),
    public_key: z
      .string()
      .meta({ description: 'Ed25519, raw, base64url. Compare it with the one you were given.' }),
    signature: z.string().meta({ description: 'Ed25519 over the canonical JSON of all the other members.' }),
  })
  .meta({ id: 'AuditProof' });
export type AuditProofWire = z.infer<typeof AuditProofWire>;
