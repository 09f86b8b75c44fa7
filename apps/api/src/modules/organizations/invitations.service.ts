// How people come in: an administrator names an address and a role, and hands over a token that serves once. Whoever
// holds it chooses name and password.
import { randomUUID } from 'node:crypto';
import type {
  AcceptInvitationRequestWire,
  CreatedInvitationWire,
  CreateInvitationRequestWire,
  InvitationWire,
  OpenedInvitationWire,
} from '@medspasync/schemas';
import { hashPassword } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import {
  type Caller,
  parseScopedToken,
  type ScopedToken,
  scopedToken,
} from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import { refusalOfPassword } from '../auth/index.ts';
import type { InvitationsRepository, StoredInvitation } from './invitations.repository.ts';
import type { MembersRepository } from './members.repository.ts';

const MS_PER_DAY = 86_400_000;

export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly members: MembersRepository,
    private readonly withinOrganization: WithinOrganization,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refusal `resource.conflict` for the address of a member. */
  async create(caller: Caller, request: CreateInvitationRequestWire): Promise<CreatedInvitationWire> {
    const token = scopedToken(caller.organizationId);
    const email = request.email.toLowerCase();
    return this.withinOrganization(caller.organizationId, async () => {
      if (await this.members.isMember(email))
        throw new Refusal('resource.conflict', { detail: 'Somebody with this address is a member already.' });
      const id = await this.invitations.add({
        email,
        role: request.role,
        patientAccess: request.patient_access,
        expiresAt: new Date(Date.now() + request.expires_in_days * MS_PER_DAY),
        tokenHash: token.hash,
        invitedBy: caller.userId,
      });
      const added = await this.invitations.findOpen(id);
      if (!added) throw new Refusal('resource.not-found');
      this.audit.record(caller, {
        action: 'invitation.created',
        subject: subjectOf(id),
        detail: { role: request.role, patient_access: request.patient_access },
      });
      return { ...toWire(added), token: token.value };
    });
  }

  /** Neither accepted nor withdrawn, the newest first. */
  async list(caller: Caller): Promise<InvitationWire[]> {
    const invitations = await this.withinOrganization(caller.organizationId, () =>
      this.invitations.listOpen(),
    );
    return invitations.map(toWire);
  }

  /** @throws Refusal `resource.not-found`. */
  async withdraw(caller: Caller, id: string): Promise<void> {
    await this.withinOrganization(caller.organizationId, async () => {
      if (!(await this.invitations.withdraw(id))) throw new Refusal('resource.not-found');
      this.audit.record(caller, { action: 'invitation.revoked', subject: subjectOf(id) });
    });
  }

  /** What it says. @throws Refusal `auth.token-spent`. */
  async open(presented: string): Promise<OpenedInvitationWire> {
    const token = parse(presented);
    return this.withinOrganization(token.organizationId, async () => {
      const { email, role, organizationName, expiresAt } = await this.#acceptable(token);
      return { organization_name: organizationName, email, role, expires_at: expiresAt.toISOString() };
    });
  }

  /**
   * Makes the person a member, who then signs in.
   * @throws Refusal `auth.token-spent`, `request.invalid` for a guessable password, `resource.conflict` for an address
   *   that signs in elsewhere.
   */
  async accept(request: AcceptInvitationRequestWire): Promise<OpenedInvitationWire> {
    const token = parse(request.token);
    const { display_name, password } = request;
    return this.withinOrganization(token.organizationId, async () => {
      const { id, email, role, patientAccess, organizationName, expiresAt } = await this.#acceptable(token);
      const context = [email, display_name, organizationName];
      const message = refusalOfPassword(password, { context, hasSecondFactor: false });
      if (message) throw new Refusal('request.invalid', { errors: [{ field: 'password', message }] });
      const userId = randomUUID();
      await this.members.add({
        userId,
        email,
        displayName: display_name,
        role,
        patientAccess,
        passwordHash: await hashPassword(password),
      });
      await this.invitations.accept(id);
      const actor = { userId, sessionId: null, apiKeyId: null };
      this.audit.record(actor, { action: 'invitation.accepted', subject: subjectOf(id), detail: { role } });
      return { organization_name: organizationName, email, role, expires_at: expiresAt.toISOString() };
    });
  }

  async #acceptable(token: ScopedToken): Promise<StoredInvitation> {
    const invitation = await this.invitations.findAcceptable(token.hash);
    if (!invitation) throw new Refusal('auth.token-spent');
    return invitation;
  }
}

function parse(presented: string): ScopedToken {
  const token = parseScopedToken(presented);
  if (!token) throw new Refusal('auth.token-spent');
  return token;
}

const subjectOf = (id: string) => ({ kind: 'invitation', id });

const toWire = (invitation: StoredInvitation): InvitationWire => ({
  invitation_id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  patient_access: invitation.patientAccess,
  invited_by: invitation.inviterName,
  created_at: invitation.createdAt.toISOString(),
  expires_at: invitation.expiresAt.toISOString(),
  is_expired: invitation.expiresAt.getTime() <= Date.now(),
});
