// Who works for an organization, as what, and whether still. Whoever loses a role loses the sessions opened with it.
import type { ChangeMemberRequestWire, MemberWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { Member, MembersRepository } from './members.repository.ts';

export class MembersService {
  constructor(
    private readonly members: MembersRepository,
    private readonly withinOrganization: WithinOrganization,
    /** Inside the transaction of the change. */
    private readonly endSessions: (userId: string, because: string) => Promise<void>,
    private readonly audit: AuditTrail,
  ) {}

  async list(caller: Caller): Promise<MemberWire[]> {
    const members = await this.withinOrganization(caller.organizationId, () => this.members.list());
    return members.map(toWire);
  }

  /**
   * Nobody changes the own membership: who may see patients is never decided by that person alone.
   * @throws Refusal `member.yourself`, `resource.not-found`, or `member.last-administrator` when nobody would be left to
   *   administrate.
   */
  async change(caller: Caller, userId: string, change: ChangeMemberRequestWire): Promise<MemberWire> {
    const { role, patient_access, is_disabled } = change;
    if (userId === caller.userId)
      throw new Refusal('member.yourself', { detail: 'Nobody changes their own role or access.' });
    return this.withinOrganization(caller.organizationId, async () => {
      const before = await this.members.find(userId);
      if (!before) throw new Refusal('resource.not-found');
      await this.#keepAnAdministrator(before, change);
      await this.members.change(userId, { role, patientAccess: patient_access, isDisabled: is_disabled });
      const after = (await this.members.find(userId)) ?? before;
      await this.#drawConsequences(caller, before, after);
      return toWire(after);
    });
  }

  async #drawConsequences(caller: Caller, before: Member, after: Member): Promise<void> {
    const subject = { kind: 'user', id: after.userId };
    if (after.role !== before.role) {
      await this.endSessions(after.userId, 'the role was changed');
      const detail = { from: before.role, to: after.role };
      this.audit.record(caller, { action: 'member.role_changed', subject, detail });
    }
    if (after.patientAccess !== before.patientAccess)
      this.audit.record(caller, {
        action: after.patientAccess ? 'member.access_granted' : 'member.access_taken',
        subject,
      });
    if (after.isDisabled === before.isDisabled) return;
    if (after.isDisabled) await this.endSessions(after.userId, 'the member was disabled');
    this.audit.record(caller, {
      action: after.isDisabled ? 'member.disabled' : 'member.enabled',
      subject,
    });
  }

  async #keepAnAdministrator(before: Member, { role, is_disabled }: ChangeMemberRequestWire): Promise<void> {
    const administers = before.role === 'admin' && !before.isDisabled;
    const willAdminister = (role ?? before.role) === 'admin' && !(is_disabled ?? before.isDisabled);
    if (!administers || willAdminister) return;
    if ((await this.members.countAdministrators()) <= 1) throw new Refusal('member.last-administrator');
  }
}

const toWire = (member: Member): MemberWire => ({
  user_id: member.userId,
  email: member.email,
  display_name: member.displayName,
  role: member.role,
  patient_access: member.patientAccess,
  has_second_factor: member.hasSecondFactor,
  is_disabled: member.isDisabled,
  last_seen_at: member.lastSeenAt?.toISOString() ?? null,
});
