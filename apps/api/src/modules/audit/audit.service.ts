// The audit log for people: pages of it, whether it is whole, and pages that can be shown elsewhere.
import type { AuditEventWire, AuditProofWire, AuditVerificationWire } from '@medspasync/schemas';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditFilter, ListedEvent } from './audit.repository.ts';
import { proofOf } from './audit-proof.ts';
import type { AuditTrail } from './audit-trail.ts';
import { type VerificationNeeds, verifyChain } from './verify-chain.ts';

export interface AuditPage {
  events: AuditEventWire[];
  totalEvents: number;
}

export class AuditService {
  constructor(
    private readonly needs: VerificationNeeds,
    private readonly trail: AuditTrail,
  ) {}

  /** The newest first. @param page from 1. */
  async list(caller: Caller, filter: AuditFilter, page: number, limit: number): Promise<AuditPage> {
    const { repository, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const rows = await repository.list(filter, limit, (page - 1) * limit);
      return { events: rows.map(eventToWire), totalEvents: await repository.count(filter) };
    });
  }

  async verify(caller: Caller): Promise<AuditVerificationWire> {
    const verification = await verifyChain(caller.organizationId, this.needs);
    try {
      await this.#recordVerification(caller, verification);
    } catch (error) {
      // A log that was tampered with may take no more events; then what is wrong with it matters more.
      if (verification.intact) throw error;
    }
    return verification;
  }

  /** `limit` events from number `fromSeq` on, signed. */
  async export(caller: Caller, fromSeq: number, limit: number): Promise<AuditProofWire> {
    const { keys, repository, withinOrganization } = this.needs;
    const { organizationId } = caller;
    return withinOrganization(organizationId, async () => {
      const events = await repository.pageAfter(fromSeq - 1, limit);
      const detail = { from_seq: fromSeq, events: events.length };
      this.trail.record(caller, { action: 'audit.exported', detail });
      return proofOf(organizationId, events, new Date(), keys);
    });
  }

  #recordVerification(caller: Caller, { events, findings, intact }: AuditVerificationWire): Promise<void> {
    return this.needs.withinOrganization(caller.organizationId, async () => {
      const detail = { intact, events, findings: findings.length };
      this.trail.record(caller, { action: 'audit.verified', detail });
    });
  }
}

/** What was sealed, and the name the member has today. */
function eventToWire({ payload, seq, userName }: ListedEvent): AuditEventWire {
  const { actor, ...event } = JSON.parse(payload) as Omit<AuditEventWire, 'seq' | 'actor'> & {
    actor: Omit<AuditEventWire['actor'], 'name'>;
  };
  return { seq, ...event, actor: { ...actor, name: userName } };
}
