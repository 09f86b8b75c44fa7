// Emergency access (45 CFR 164.312(a)(2)(ii)): a member who sees no patients may, for a stated reason and at most an
// hour. Everybody is told, and somebody else looks at it afterwards.
import type {
  BreakGlassWire,
  OpenBreakGlassRequestWire,
  ReviewBreakGlassRequestWire,
} from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { BreakGlassRepository, StoredBreakGlass } from './break-glass.repository.ts';
import type { BreakGlassAlert } from './break-glass-alert.ts';

export class BreakGlassService {
  constructor(
    private readonly rows: BreakGlassRepository,
    private readonly withinOrganization: WithinOrganization,
    private readonly audit: AuditTrail,
    private readonly alert: (alert: BreakGlassAlert) => Promise<void>,
    private readonly counter: Metrics['breakGlass'],
  ) {}

  /**
   * Alerts before it opens: what nobody can be told of is not opened.
   * @throws Refusal `resource.conflict` for somebody who sees patients anyway.
   */
  async open(caller: Caller, { minutes, reason }: OpenBreakGlassRequestWire): Promise<BreakGlassWire> {
    if (caller.permissions.has('reconciliation:read'))
      throw new Refusal('resource.conflict', { detail: 'You have access to patient data already.' });
    const { organizationId, userId } = caller;
    const opened = await this.withinOrganization(organizationId, async () => {
      const id = await this.rows.open(userId, reason, minutes);
      this.audit.record(caller, {
        action: 'break_glass.opened',
        subject: subjectOf(id),
        detail: { minutes },
      });
      const opened = toWire(await this.#find(id), caller);
      await this.alert({ organizationId, breakGlassId: id, userId, expiresAt: opened.expires_at });
      return opened;
    });
    this.counter.inc({ event: 'opened' });
    return opened;
  }

  /** The newest first: all for whoever reviews, else the own. */
  async list(caller: Caller): Promise<BreakGlassWire[]> {
    const ofPerson = caller.permissions.has('break-glass:review') ? null : caller.userId;
    return this.withinOrganization(caller.organizationId, async () => {
      const rows = await this.rows.list(ofPerson);
      const read = rows.filter((row) => seesWords(row, caller)).length;
      if (read > 0) this.audit.record(caller, { action: 'break_glass.read', detail: { accesses: read } });
      return rows.map((row) => toWire(row, caller));
    });
  }

  /** Gives it back before its time. @throws Refusal `resource.not-found` for anything but an own open one. */
  async end(caller: Caller, id: string): Promise<void> {
    await this.withinOrganization(caller.organizationId, async () => {
      if (!(await this.rows.end(id, caller.userId))) throw new Refusal('resource.not-found');
      this.audit.record(caller, { action: 'break_glass.closed', subject: subjectOf(id) });
    });
    this.counter.inc({ event: 'closed' });
  }

  /** @throws Refusal `resource.not-found`, or `break-glass.not-to-review`: still open, reviewed already, or one's own. */
  async review(caller: Caller, id: string, { note }: ReviewBreakGlassRequestWire): Promise<BreakGlassWire> {
    const reviewed = await this.withinOrganization(caller.organizationId, async () => {
      const found = await this.#find(id);
      if (!(await this.rows.review(found, caller.userId, note)))
        throw new Refusal('break-glass.not-to-review');
      this.audit.record(caller, { action: 'break_glass.reviewed', subject: subjectOf(id) });
      return toWire(await this.#find(id), caller);
    });
    this.counter.inc({ event: 'reviewed' });
    return reviewed;
  }

  async #find(id: string): Promise<StoredBreakGlass> {
    const found = await this.rows.find(id);
    if (!found) throw new Refusal('resource.not-found');
    return found;
  }
}

const subjectOf = (id: string) => ({ kind: 'break_glass', id });

/** Why it was opened is free text: without patient access, others' is left out like a note. */
const seesWords = ({ userId }: StoredBreakGlass, caller: Caller): boolean =>
  userId === caller.userId || caller.permissions.has('reconciliation:read');

const toWire = (row: StoredBreakGlass, caller: Caller): BreakGlassWire => ({
  break_glass_id: row.id,
  user_id: row.userId,
  display_name: row.displayName,
  reason: seesWords(row, caller) ? row.reason : null,
  opened_at: row.openedAt.toISOString(),
  expires_at: row.expiresAt.toISOString(),
  ended_at: row.endedAt?.toISOString() ?? null,
  is_open: row.isOpen,
  reviewed_by: row.reviewerName,
  reviewed_at: row.reviewedAt?.toISOString() ?? null,
  review_note: seesWords(row, caller) ? row.reviewNote : null,
});
