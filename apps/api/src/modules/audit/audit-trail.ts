// What every slice uses to say that something happened. The events of a transaction are sealed and written as its last
// statement: together with the change or not at all, and with the chain locked for no longer than that takes.
import type { AuditAction, AuditDetail, AuditSubject } from '@medspasync/schemas';
import { canonicalJson, type KeyRing } from '../../platform/crypto/index.ts';
import {
  afterCommit,
  beforeCommit,
  currentEntityManager,
  currentOrganizationId,
  whenTakenBack,
} from '../../platform/database/index.ts';
import type { AuditRepository } from './audit.repository.ts';
import { type SealedEvent, sealedAfter } from './audit-chain.ts';

/** Who did it; a `Caller` is one. */
export interface AuditActor {
  userId: string | null;
  sessionId: string | null;
  apiKeyId: string | null;
}

/** For what nobody asked for: a schedule, a worker. */
export const SYSTEM: AuditActor = { userId: null, sessionId: null, apiKeyId: null };

export interface AuditEntry {
  action: AuditAction;
  /** What it was done to, by id. */
  subject?: AuditSubject;
  /** Ids, counts, codes and settings. Never anything of a patient: no name, no text somebody searched for. */
  detail?: AuditDetail;
}

interface Recorded extends AuditEntry {
  actor: AuditActor;
}

export class AuditTrail {
  /** By transaction: what it has recorded and not yet written. */
  readonly #waiting = new WeakMap<object, Recorded[]>();

  constructor(
    private readonly repository: AuditRepository,
    private readonly keys: KeyRing,
    /** Told what was recorded, once it is committed. */
    private readonly onRecorded: (actions: readonly AuditAction[]) => void = () => undefined,
  ) {}

  /**
   * Records `entry` in the open transaction of an organization. When the transaction is rolled back, nothing happened
   * and nothing is recorded. @throws outside of `withinOrganization`.
   */
  record({ apiKeyId, sessionId, userId }: AuditActor, entry: AuditEntry): void {
    const transaction = currentEntityManager();
    const recorded = { ...entry, actor: { apiKeyId, sessionId, userId } };
    const waiting = this.#waiting.get(transaction) ?? this.#begin(transaction);
    waiting.push(recorded);
    whenTakenBack(() => waiting.splice(waiting.indexOf(recorded), 1));
  }

  #begin(transaction: object): Recorded[] {
    const waiting: Recorded[] = [];
    this.#waiting.set(transaction, waiting);
    beforeCommit(() => this.#write(waiting));
    return waiting;
  }

  async #write(recorded: readonly Recorded[]): Promise<void> {
    if (recorded.length === 0) return;
    const organizationId = currentOrganizationId();
    let head = await this.repository.lockHead();
    // Taken with the chain locked, so that times follow the order of events.
    const at = new Date().toISOString();
    const events: SealedEvent[] = [];
    for (const entry of recorded) {
      const event = sealedAfter(head, organizationId, payloadOf(entry, at), this.keys);
      events.push(event);
      head = event;
    }
    await this.repository.append(events);
    await afterCommit(async () => this.onRecorded(recorded.map(({ action }) => action)));
  }
}

const payloadOf = ({ action, actor, detail = {}, subject }: Recorded, at: string): string =>
  canonicalJson({
    action,
    actor: { api_key_id: actor.apiKeyId, session_id: actor.sessionId, user_id: actor.userId },
    at,
    detail,
    subject: subject ? { id: subject.id, kind: subject.kind } : null,
  });
