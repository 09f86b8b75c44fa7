// Wrong passwords and codes: counted until the account locks, and in the audit log, before a sign-in and during a session.
import type { AuditAction } from '@medspasync/schemas';
import { type WithinOrganization, whateverBecomes } from '../../platform/database/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditActor, AuditTrail } from '../audit/index.ts';
import type { AccountsRepository } from './accounts.repository.ts';
import type { SessionsRepository } from './sessions.repository.ts';

/** SP 800-63B-4: at most 100 wrong passwords or codes in a row. Short-term guessing is the rate limits' affair. */
const MAX_FAILURES_IN_A_ROW = 100;
const LOCK_HOURS = 24;

export class WrongProofs {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly withinOrganization: WithinOrganization,
    private readonly audit: AuditTrail,
  ) {}

  /** One at a sign-in, in the open transaction. */
  async countAtSignIn(userId: string, reason: string): Promise<void> {
    await this.#count(asPerson(userId), userId, 'sign_in.failed', reason);
  }

  /**
   * One of somebody who is signed in, whatever becomes of the open transaction: whoever holds a stolen session must not
   * guess on. When the account locks, its sessions end.
   */
  async countInSession(caller: Caller, reason: string): Promise<void> {
    const { organizationId, userId } = caller;
    await whateverBecomes(() =>
      this.withinOrganization(organizationId, async () => {
        const isLocked = await this.#count(caller, userId, 'proof.failed', reason);
        if (isLocked) await this.sessions.revokeOthers(userId, null, 'too many wrong passwords or codes');
      }),
    );
  }

  /** @returns whether the account is locked now. */
  async #count(actor: AuditActor, userId: string, action: AuditAction, reason: string): Promise<boolean> {
    this.audit.record(actor, { action, detail: { reason } });
    const isLocked = await this.accounts.recordFailure(userId, MAX_FAILURES_IN_A_ROW, LOCK_HOURS);
    if (isLocked) this.audit.record(actor, { action: 'sign_in.locked' });
    return isLocked;
  }
}

/** Whose account it is. Before a session is open, that is all that is known. */
export const asPerson = (userId: string): AuditActor => ({ userId, sessionId: null, apiKeyId: null });
