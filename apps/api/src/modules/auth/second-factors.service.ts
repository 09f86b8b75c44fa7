// A person's second factor: set up with the password, confirmed by a first code, proved at each sign-in.
import { randomBytes } from 'node:crypto';
import type {
  BegunSecondFactorWire,
  ProveBothFactorsRequestWire,
  RecoveryCodesWire,
  SecondFactorStatusWire,
} from '@medspasync/schemas';
import { charactersOf, MIN_PASSWORD_LENGTH } from '@medspasync/schemas';
import { verifyPassword } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import { type Caller, requiresSecondFactor, type SecondFactorRule } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { AccountsRepository } from './accounts.repository.ts';
import { digestOfRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import type { SecondFactorsRepository } from './second-factors.repository.ts';
import type { SessionsRepository } from './sessions.repository.ts';
import { base32, otpauthUri, stepOf } from './totp.ts';
import type { WrongProofs } from './wrong-proofs.ts';

/** RFC 4226 recommends 160 bits. */
const SECRET_BYTES = 20;

export type ProvedBy = 'totp' | 'recovery_code';

export class SecondFactorsService {
  constructor(
    private readonly factors: SecondFactorsRepository,
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsRepository,
    private readonly wrongProofs: WrongProofs,
    private readonly withinOrganization: WithinOrganization,
    private readonly rule: SecondFactorRule,
    private readonly audit: AuditTrail,
  ) {}

  async status(caller: Caller): Promise<SecondFactorStatusWire> {
    return this.withinOrganization(caller.organizationId, async () => {
      const account = await this.accounts.find(caller.userId);
      if (!account) throw new Refusal('auth.invalid-token');
      return {
        has_second_factor: account.hasSecondFactor,
        second_factor_required: requiresSecondFactor(account, this.rule),
        recovery_codes_left: await this.factors.countRecoveryCodes(caller.userId),
      };
    });
  }

  /** @throws Refusal `request.invalid` for a wrong password, `resource.conflict` where there is a factor already. */
  async begin(caller: Caller, password: string): Promise<BegunSecondFactorWire> {
    return this.withinOrganization(caller.organizationId, async () => {
      const email = await this.#provePassword(caller, password);
      if ((await this.factors.find(caller.userId))?.isConfirmed)
        throw new Refusal('resource.conflict', { detail: 'Turn the present second factor off first.' });
      const secret = randomBytes(SECRET_BYTES);
      await this.factors.begin(caller.userId, secret);
      return { secret: base32(secret), otpauth_uri: otpauthUri(secret, email) };
    });
  }

  /** The first code turns it on and ends every other session: they were opened with the password alone. */
  async confirm(caller: Caller, code: string): Promise<RecoveryCodesWire> {
    return this.withinOrganization(caller.organizationId, async () => {
      const factor = await this.factors.find(caller.userId);
      if (!factor || factor.isConfirmed)
        throw new Refusal('resource.conflict', { detail: 'There is no second factor to confirm.' });
      const step = stepOf(factor.secret, code.replaceAll(' ', ''), Date.now());
      if (step === undefined) throw invalid('code', 'is not the code of the app');
      await this.factors.use(caller.userId, factor, step);
      await this.sessions.revokeOthers(caller.userId, caller.sessionId, 'a second factor was turned on');
      this.audit.record(caller, { action: 'second_factor.enabled' });
      return this.#replaceRecoveryCodes(caller.userId);
    });
  }

  /** @throws Refusal `request.invalid` for a wrong factor, or a password that is too short to be the only one. */
  async disable(caller: Caller, { password, code }: ProveBothFactorsRequestWire): Promise<void> {
    await this.#havingProvedBoth(caller, { password, code }, async () => {
      if (charactersOf(password) < MIN_PASSWORD_LENGTH)
        throw invalid('password', `must have at least ${MIN_PASSWORD_LENGTH} characters first: change it`);
      await this.factors.remove(caller.userId);
      this.audit.record(caller, { action: 'second_factor.disabled' });
    });
  }

  /** New codes in place of all earlier ones. */
  async renewRecoveryCodes(caller: Caller, proof: ProveBothFactorsRequestWire): Promise<RecoveryCodesWire> {
    return this.#havingProvedBoth(caller, proof, () => {
      this.audit.record(caller, { action: 'recovery_codes.created' });
      return this.#replaceRecoveryCodes(caller.userId);
    });
  }

  /** Takes a code for this person, once. Inside the transaction of a sign-in. @returns how, or undefined. */
  async prove(userId: string, code: string): Promise<ProvedBy | undefined> {
    const factor = await this.factors.find(userId);
    if (!factor?.isConfirmed) return undefined;
    const step = stepOf(factor.secret, code.replaceAll(' ', ''), Date.now());
    if (step !== undefined && step > factor.lastUsedStep) {
      await this.factors.use(userId, factor, step);
      return 'totp';
    }
    const isSpent = await this.factors.spendRecoveryCode(userId, digestOfRecoveryCode(code));
    return isSpent ? 'recovery_code' : undefined;
  }

  async #havingProvedBoth<T>(
    caller: Caller,
    { password, code }: ProveBothFactorsRequestWire,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.withinOrganization(caller.organizationId, async () => {
      await this.#provePassword(caller, password);
      if (!(await this.prove(caller.userId, code))) {
        await this.wrongProofs.countInSession(caller, 'second factor');
        throw invalid('code', 'is not a code of your second factor, or was used');
      }
      return work();
    });
  }

  /** @returns the person's address. */
  async #provePassword(caller: Caller, password: string): Promise<string> {
    const account = await this.accounts.findWithPassword(caller.userId);
    if (!account || !(await verifyPassword(account.passwordHash, password))) {
      await this.wrongProofs.countInSession(caller, 'password');
      throw invalid('password', 'is not your password');
    }
    return account.email;
  }

  async #replaceRecoveryCodes(userId: string): Promise<RecoveryCodesWire> {
    const codes = newRecoveryCodes();
    await this.factors.replaceRecoveryCodes(userId, codes.map(digestOfRecoveryCode));
    return { recovery_codes: codes };
  }
}

const invalid = (field: string, message: string): Refusal =>
  new Refusal('request.invalid', { errors: [{ field, message }] });
