// From e-mail and password, and a code where there is a second factor, to a session. Whoever asks learns right or wrong,
// never which of the two was wrong.
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  SecondFactorChallengeWire,
  SessionUserWire,
  VerifySecondFactorRequestWire,
} from '@medspasync/schemas';
import { verifyAgainstNobody, verifyPassword } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import {
  type Caller,
  parseScopedToken,
  permissionsOf,
  requiresSecondFactor,
  type ScopedToken,
  type SecondFactorRule,
  scopedToken,
} from '../../platform/identity/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import { featureSwitches } from '../features/index.ts';
import type { AccountsRepository, Profile } from './accounts.repository.ts';
import type { ChallengesRepository } from './challenges.repository.ts';
import type { SecondFactorsService } from './second-factors.service.ts';
import type { Grant, SessionsService } from './sessions.service.ts';
import { asPerson, type WrongProofs } from './wrong-proofs.ts';

/**
 * A refusal comes at a multiple of this after the request. A known account is looked at more closely than an unknown one,
 * which takes longer; rounding both up keeps that from being heard, whatever the machine's load, unless a multiple lies
 * between the two.
 */
const REFUSAL_STEP_MS = 250;

const CHALLENGE_SECONDS = 300;
/** Guesses at one challenge; after them, the password has to be given again. */
const MAX_CODE_FAILURES = 5;

export interface SignInAttempt {
  email: string;
  password: string;
  userAgent: string | undefined;
}

export interface SignInParts {
  accounts: AccountsRepository;
  sessions: SessionsService;
  challenges: ChallengesRepository;
  secondFactors: SecondFactorsService;
  wrongProofs: WrongProofs;
  withinOrganization: WithinOrganization;
  attempts: Metrics['authAttempts'];
  rule: SecondFactorRule;
  /** After how long without use a session ends. */
  idleMs: number;
  audit: AuditTrail;
}

export class SignInService {
  constructor(private readonly parts: SignInParts) {}

  /**
   * A session, or where there is a second factor the challenge to prove it.
   * @throws Refusal `auth.sign-in-refused`: unknown, wrong, disabled and locked answer alike.
   */
  async signIn({ email, password, userAgent }: SignInAttempt): Promise<Grant | SecondFactorChallengeWire> {
    const startedAt = performance.now();
    const admitted = await this.#admit(email, password, userAgent);
    this.parts.attempts.inc({ result: admitted ? 'ok' : 'auth.sign-in-refused', method: 'password' });
    if (!admitted) {
      const elapsedMs = performance.now() - startedAt;
      await sleep(REFUSAL_STEP_MS - (elapsedMs % REFUSAL_STEP_MS));
      throw new Refusal('auth.sign-in-refused');
    }
    return admitted;
  }

  /** The second step. @throws Refusal `auth.challenge-ended`, `auth.second-factor-refused`. */
  async verify(request: VerifySecondFactorRequestWire, userAgent: string | undefined): Promise<Grant> {
    const token = parseScopedToken(request.challenge_token);
    if (!token) throw new Refusal('auth.challenge-ended');
    // Refusals are thrown outside: a throw inside would take back what was counted.
    const outcome = await this.parts.withinOrganization(token.organizationId, () =>
      this.#proveSecondFactor(token, request.code, userAgent),
    );
    const result = outcome instanceof Refusal ? outcome.code : 'ok';
    this.parts.attempts.inc({ result, method: 'second-factor' });
    if (outcome instanceof Refusal) throw outcome;
    return outcome;
  }

  /** The person behind a caller, with what this credential may do. */
  async describe(caller: Caller): Promise<SessionUserWire> {
    const profile = await this.parts.withinOrganization(caller.organizationId, () =>
      this.parts.accounts.find(caller.userId),
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
      permissions: permissionsOf(profile, this.parts.rule),
      patient_access: profile.seesPatients,
      features: featureSwitches(profile.featureOverrides),
      has_second_factor: profile.hasSecondFactor,
      second_factor_required: requiresSecondFactor(profile, this.parts.rule),
      idle_seconds: this.parts.idleMs / 1000,
    };
  }

  async #admit(
    email: string,
    password: string,
    userAgent: string | undefined,
  ): Promise<Grant | SecondFactorChallengeWire | undefined> {
    const { accounts, audit, withinOrganization, wrongProofs } = this.parts;
    const candidate = await accounts.findByEmail(email);
    if (!candidate) {
      await verifyAgainstNobody(password);
      return undefined;
    }
    const { userId, organizationId, passwordHash } = candidate;
    const isRight = await verifyPassword(passwordHash, password);
    return withinOrganization(organizationId, async () => {
      if (!isRight) {
        await wrongProofs.countAtSignIn(userId, 'password');
        return undefined;
      }
      const profile = await accounts.admit(userId, passwordHash);
      if (!profile) {
        audit.record(asPerson(userId), { action: 'sign_in.failed', detail: { reason: 'not admitted' } });
        return undefined;
      }
      if (profile.hasSecondFactor) return this.#challenge(profile);
      await accounts.clearFailures(userId);
      return this.#open(profile, userAgent, 'password');
    });
  }

  async #challenge({ organizationId, userId }: Profile): Promise<SecondFactorChallengeWire> {
    const token = scopedToken(organizationId);
    const expiresAt = new Date(Date.now() + CHALLENGE_SECONDS * 1000);
    await this.parts.withinOrganization(organizationId, () =>
      this.parts.challenges.add(token.hash, userId, expiresAt),
    );
    return { mfa_required: true, challenge_token: token.value, expires_in: CHALLENGE_SECONDS };
  }

  async #proveSecondFactor(
    token: ScopedToken,
    code: string,
    userAgent: string | undefined,
  ): Promise<Grant | Refusal> {
    const { accounts, audit, challenges, secondFactors, wrongProofs } = this.parts;
    const userId = await challenges.findOpen(token.hash, MAX_CODE_FAILURES);
    const profile = userId === undefined ? undefined : await accounts.findAdmissible(userId);
    if (!profile) return new Refusal('auth.challenge-ended');
    const provedBy = await secondFactors.prove(profile.userId, code);
    if (!provedBy) {
      await challenges.recordFailure(token.hash);
      await wrongProofs.countAtSignIn(profile.userId, 'second factor');
      return new Refusal('auth.second-factor-refused');
    }
    await challenges.spend(token.hash);
    await accounts.clearFailures(profile.userId);
    if (provedBy === 'recovery_code')
      audit.record(asPerson(profile.userId), { action: 'recovery_code.used' });
    return this.#open(profile, userAgent, provedBy);
  }

  async #open(profile: Profile, userAgent: string | undefined, provedBy: string): Promise<Grant> {
    const { audit, sessions, withinOrganization } = this.parts;
    return withinOrganization(profile.organizationId, async () => {
      const grant = await sessions.open(profile, userAgent);
      audit.record(
        { ...asPerson(profile.userId), sessionId: grant.sessionId },
        { action: 'sign_in.succeeded', detail: { proved_by: provedBy } },
      );
      return grant;
    });
  }
}
