// From e-mail and password to a session. Whoever asks learns right or wrong, never which of the two was wrong.
import type { SessionUserWire } from '@medspasync/schemas';
import { verifyAgainstNobody, verifyPassword } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import {
  type Caller,
  permissionsOf,
  requiresSecondFactor,
  type SecondFactorRule,
} from '../../platform/identity/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import type { AccountsRepository, Profile } from './accounts.repository.ts';
import type { Grant, SessionsService } from './sessions.service.ts';

/** SP 800-63B-4: at most 100 wrong passwords in a row. Short-term guessing is the rate limits' affair. */
const MAX_FAILURES_IN_A_ROW = 100;
const LOCK_HOURS = 24;

export interface SignInAttempt {
  email: string;
  password: string;
  userAgent: string | undefined;
}

export class SignInService {
  constructor(
    private readonly accounts: AccountsRepository,
    private readonly sessions: SessionsService,
    private readonly withinOrganization: WithinOrganization,
    private readonly attempts: Metrics['authAttempts'],
    private readonly secondFactor: SecondFactorRule,
  ) {}

  /** @throws Refusal `auth.sign-in-refused`: unknown, wrong, disabled and locked answer alike. */
  async signIn({ email, password, userAgent }: SignInAttempt): Promise<Grant> {
    const profile = await this.#admit(email, password);
    this.attempts.inc({ result: profile ? 'ok' : 'auth.sign-in-refused', method: 'password' });
    if (!profile) throw new Refusal('auth.sign-in-refused');
    return this.sessions.open(profile, userAgent);
  }

  /** The person behind a caller, with what this credential may do. */
  async describe(caller: Caller): Promise<SessionUserWire> {
    const profile = await this.withinOrganization(caller.organizationId, () =>
      this.accounts.find(caller.userId),
    );
    if (!profile) throw new Refusal('auth.invalid-token');
    return { ...this.userOf(profile), permissions: [...caller.permissions] };
  }

  userOf(profile: Profile): SessionUserWire {
    return {
      user_id: profile.userId,
      email: profile.email,
      display_name: profile.displayName,
      role: profile.role,
      organization_id: profile.organizationId,
      organization_name: profile.organizationName,
      permissions: permissionsOf(profile, this.secondFactor),
      patient_access: profile.seesPatients,
      has_second_factor: profile.hasSecondFactor,
      second_factor_required: requiresSecondFactor(profile, this.secondFactor),
    };
  }

  async #admit(email: string, password: string): Promise<Profile | undefined> {
    const candidate = await this.accounts.findByEmail(email);
    if (!candidate) {
      await verifyAgainstNobody(password);
      return undefined;
    }
    const { userId, organizationId, passwordHash } = candidate;
    const isRight = await verifyPassword(passwordHash, password);
    return this.withinOrganization(organizationId, async () => {
      if (!isRight) {
        await this.accounts.recordFailure(userId, MAX_FAILURES_IN_A_ROW, LOCK_HOURS);
        return undefined;
      }
      const profile = await this.accounts.findAdmissible(userId);
      if (profile) await this.accounts.clearFailures(userId);
      return profile;
    });
  }
}
