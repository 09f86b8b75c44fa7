// A forgotten password: an administrator makes a token, its holder chooses a new one. It opens no session, so the second
// factor is asked for as ever.
import type { PasswordResetWire, ResetPasswordRequestWire } from '@medspasync/schemas';
import { hashPassword, randomToken } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import { type Caller, parseScopedToken, scopedToken } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { AccountsRepository } from './accounts.repository.ts';
import { refusalOfPassword } from './password-policy.ts';
import type { PasswordResetsRepository } from './password-resets.repository.ts';
import type { SecondFactorsRepository } from './second-factors.repository.ts';
import type { SessionsRepository } from './sessions.repository.ts';

const VALID_MS = 24 * 3_600_000;

export class PasswordResetsService {
  constructor(
    private readonly resets: PasswordResetsRepository,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly secondFactors: SecondFactorsRepository,
    private readonly withinOrganization: WithinOrganization,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws Refusal `resource.not-found` for somebody who is no member, `member.yourself` for oneself. */
  async create(caller: Caller, userId: string): Promise<PasswordResetWire> {
    refuseOneself(caller, userId);
    return this.withinOrganization(caller.organizationId, async () => {
      this.audit.record(caller, {
        action: 'password.reset_created',
        subject: { kind: 'user', id: userId },
      });
      return this.#create(caller, userId);
    });
  }

  /**
   * For somebody who has lost the authenticator and all recovery codes: both factors go. The password goes too, for
   * beside a second factor it may have been a short one. @throws Refusal as `create`.
   */
  async startOver(caller: Caller, userId: string): Promise<PasswordResetWire> {
    refuseOneself(caller, userId);
    return this.withinOrganization(caller.organizationId, async () => {
      const reset = await this.#create(caller, userId);
      await this.secondFactors.remove(userId);
      await this.accounts.setPassword(userId, await hashPassword(randomToken()));
      await this.sessions.revokeOthers(userId, null, 'the second factor was taken away');
      this.audit.record(caller, { action: 'second_factor.reset', subject: { kind: 'user', id: userId } });
      return reset;
    });
  }

  /** Ends every session of the person. @throws Refusal `auth.token-spent`, or `request.invalid` for a bad password. */
  async use({ token: presented, new_password }: ResetPasswordRequestWire): Promise<void> {
    const token = parseScopedToken(presented);
    if (!token) throw new Refusal('auth.token-spent');
    await this.withinOrganization(token.organizationId, async () => {
      const userId = await this.resets.spend(token.hash);
      const account = userId === undefined ? undefined : await this.accounts.find(userId);
      if (!account) throw new Refusal('auth.token-spent');
      const { email, displayName, organizationName, hasSecondFactor } = account;
      const context = [email, displayName, organizationName];
      const message = refusalOfPassword(new_password, { context, hasSecondFactor });
      // Thrown inside: the token is not spent on a password that was refused.
      if (message) throw new Refusal('request.invalid', { errors: [{ field: 'new_password', message }] });
      await this.accounts.setPassword(account.userId, await hashPassword(new_password));
      await this.accounts.clearFailures(account.userId);
      await this.sessions.revokeOthers(account.userId, null, 'the password was reset');
      const actor = { userId: account.userId, sessionId: null, apiKeyId: null };
      this.audit.record(actor, { action: 'password.reset' });
    });
  }

  async #create(caller: Caller, userId: string): Promise<PasswordResetWire> {
    if (!(await this.accounts.find(userId))) throw new Refusal('resource.not-found');
    const token = scopedToken(caller.organizationId);
    const expiresAt = new Date(Date.now() + VALID_MS);
    await this.resets.add({ tokenHash: token.hash, userId, createdBy: caller.userId, expiresAt });
    return { token: token.value, expires_at: expiresAt.toISOString() };
  }
}

/** Whoever holds nothing but an access token must not get rid of the factors it was given for. */
function refuseOneself(caller: Caller, userId: string): void {
  if (caller.userId === userId)
    throw new Refusal('member.yourself', {
      detail: 'Change your own password and second factor in your settings: they ask for the present ones.',
    });
}
