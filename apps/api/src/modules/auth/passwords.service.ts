// A person changes the own password. Every other session of theirs ends, and every link for a new one:
// whoever knew the old one, or holds a link, is out.
import type { ChangePasswordRequestWire } from '@medspasync/schemas';
import { hashPassword, verifyPassword } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { AccountsRepository } from './accounts.repository.ts';
import { refusalOfPassword } from './password-policy.ts';
import type { PasswordResetsRepository } from './password-resets.repository.ts';
import type { SessionsRepository } from './sessions.repository.ts';
import type { WrongProofs } from './wrong-proofs.ts';

export class PasswordsService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly resets: PasswordResetsRepository,
    private readonly wrongProofs: WrongProofs,
    private readonly withinOrganization: WithinOrganization,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refusal `request.invalid` for a wrong current or a guessable new password. */
  async change(caller: Caller, request: ChangePasswordRequestWire): Promise<void> {
    const { current_password, new_password } = request;
    await this.withinOrganization(caller.organizationId, async () => {
      const account = await this.accounts.findWithPassword(caller.userId);
      if (!account || !(await verifyPassword(account.passwordHash, current_password))) {
        await this.wrongProofs.countInSession(caller, 'password');
        throw invalid('current_password', 'is not your password');
      }
      const context = [account.email, account.displayName, account.organizationName];
      const reason = refusalOfPassword(new_password, { context, hasSecondFactor: account.hasSecondFactor });
      if (reason) throw invalid('new_password', reason);
      await this.accounts.setPassword(caller.userId, await hashPassword(new_password));
      await this.sessions.revokeOthers(caller.userId, caller.sessionId, 'the password was changed');
      await this.resets.spendAllOf(caller.userId);
      this.audit.record(caller, { action: 'password.changed' });
    });
  }
}

const invalid = (field: string, message: string): Refusal =>
  new Refusal('request.invalid', { errors: [{ field, message }] });
