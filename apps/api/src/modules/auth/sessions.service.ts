// The life of a session: opened at sign-in, kept by rotating refresh tokens, ended by its person or by misuse.
import type { SessionWire } from '@medspasync/schemas';
import type { AccessTokens } from '../../platform/crypto/index.ts';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import {
  type Caller,
  parseScopedToken,
  type ScopedToken,
  scopedToken,
} from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { AccountsRepository, Profile } from './accounts.repository.ts';
import { successorOf } from './refresh-token.ts';
import type { PresentedToken, SessionsRepository } from './sessions.repository.ts';

/** What a client gets at sign-in and at each refresh. */
export interface Grant {
  sessionId: string;
  accessToken: string;
  expiresInSeconds: number;
  refreshToken: string;
  sessionExpiresAt: Date;
  profile: Profile;
}

export interface SessionRules {
  idleMs: number;
  maxMs: number;
  /** Derives the successor of a refresh token. */
  serverSecret: string;
}

/** Two tabs of one browser may spend the same token at once. Later than this, a spent token is a stolen one. */
const TWO_TABS_GRACE_MS = 10_000;

export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly accounts: AccountsRepository,
    private readonly tokens: AccessTokens,
    private readonly withinOrganization: WithinOrganization,
    private readonly rules: SessionRules,
    private readonly audit: AuditTrail,
  ) {}

  async open(profile: Profile, userAgent: string | undefined): Promise<Grant> {
    const refreshToken = scopedToken(profile.organizationId);
    const expiresAt = new Date(Date.now() + this.rules.maxMs);
    const sessionId = await this.withinOrganization(profile.organizationId, async () => {
      const id = await this.sessions.open({ userId: profile.userId, userAgent, expiresAt });
      await this.sessions.addToken(id, refreshToken.hash);
      return id;
    });
    return this.#grant(profile, sessionId, refreshToken, expiresAt);
  }

  /**
   * A new access token and the next refresh token.
   * @throws Refusal `auth.session-ended`; a spent token that comes back ends the session it came from.
   */
  async refresh(presented: string | undefined, userAgent: string | undefined): Promise<Grant> {
    const token = presented === undefined ? undefined : parseScopedToken(presented);
    if (!token) throw new Refusal('auth.session-ended');
    // The refusal is thrown outside: a throw inside would roll the revocation back.
    const grant = await this.withinOrganization(token.organizationId, () => this.#rotate(token, userAgent));
    if (!grant) throw new Refusal('auth.session-ended');
    return grant;
  }

  /**
   * Ends every session that is told: that of the access token and that of the refresh token, most often the same one.
   * @throws Refusal `auth.required` with neither, `auth.invalid-token` with nothing but a bad access token.
   */
  async signOut(accessToken: string | undefined, presented: string | undefined): Promise<void> {
    const token = presented === undefined ? undefined : parseScopedToken(presented);
    if (!token && accessToken === undefined) throw new Refusal('auth.required');
    const isToldByToken = token
      ? await this.withinOrganization(token.organizationId, () => this.#endByToken(token))
      : false;
    if (accessToken === undefined) return;
    const claims = await this.tokens.verify(accessToken).catch((error: unknown) => {
      if (isToldByToken) return undefined;
      throw error;
    });
    if (!claims) return;
    const { organizationId, sessionId, userId } = claims;
    await this.withinOrganization(organizationId, () => this.#signOut(sessionId, userId));
  }

  /** @param userId of a member. @throws Refusal `resource.not-found` for anybody else. */
  async list(caller: Caller, userId = caller.userId): Promise<SessionWire[]> {
    const sessions = await this.#ofMember(caller, userId, () =>
      this.sessions.listActive(userId, this.rules.idleMs),
    );
    return sessions.map((session) => ({
      session_id: session.id,
      created_at: session.createdAt.toISOString(),
      last_seen_at: session.lastSeenAt.toISOString(),
      expires_at: session.expiresAt.toISOString(),
      user_agent: session.userAgent,
      is_current: session.id === caller.sessionId,
    }));
  }

  /** @throws Refusal `resource.not-found` for anything but a session of this member that stands. */
  async end(caller: Caller, sessionId: string, userId = caller.userId): Promise<void> {
    await this.#ofMember(caller, userId, async () => {
      if (!(await this.sessions.revoke(sessionId, userId, endedBy(caller, userId))))
        throw new Refusal('resource.not-found');
      this.audit.record(caller, {
        action: 'session.revoked',
        subject: { kind: 'session', id: sessionId },
        detail: { user_id: userId },
      });
    });
  }

  /** All sessions of a member, but never the one that asks. @throws Refusal `resource.not-found`. */
  async endAll(caller: Caller, userId = caller.userId): Promise<void> {
    await this.#ofMember(caller, userId, async () => {
      await this.sessions.revokeOthers(userId, caller.sessionId, endedBy(caller, userId));
      this.audit.record(caller, {
        action: 'session.revoked',
        subject: { kind: 'user', id: userId },
        detail: { which: userId === caller.userId ? 'all others' : 'all' },
      });
    });
  }

  #ofMember<T>(caller: Caller, userId: string, work: () => Promise<T>): Promise<T> {
    return this.withinOrganization(caller.organizationId, async () => {
      if (!(await this.accounts.find(userId))) throw new Refusal('resource.not-found');
      return work();
    });
  }

  async #rotate(token: ScopedToken, userAgent: string | undefined): Promise<Grant | undefined> {
    const presented = await this.sessions.findPresented(token.hash, this.rules.idleMs);
    if (!presented?.alive) return undefined;
    const { sessionId, userId } = presented;
    const next = successorOf(token, this.rules.serverSecret);
    if (presented.spentMsAgo === null) {
      await this.sessions.spend(token.hash);
      await this.sessions.addToken(sessionId, next.hash);
    } else if (!isSecondTab(presented, userAgent)) {
      await this.sessions.revoke(sessionId, userId, 'a spent refresh token came back');
      this.audit.record(
        { userId, sessionId, apiKeyId: null },
        { action: 'session.stolen', subject: { kind: 'session', id: sessionId } },
      );
      return undefined;
    }
    const profile = await this.accounts.find(userId);
    return profile && this.#grant(profile, sessionId, next, presented.expiresAt);
  }

  /** @returns whether there is a session of this refresh token. */
  async #endByToken(token: ScopedToken): Promise<boolean> {
    const presented = await this.sessions.findPresented(token.hash, this.rules.idleMs);
    if (presented) await this.#signOut(presented.sessionId, presented.userId);
    return presented !== undefined;
  }

  async #signOut(sessionId: string, userId: string): Promise<void> {
    if (!(await this.sessions.revoke(sessionId, userId, 'signed out'))) return;
    this.audit.record({ userId, sessionId, apiKeyId: null }, { action: 'session.ended' });
  }

  async #grant(
    profile: Profile,
    sessionId: string,
    refreshToken: ScopedToken,
    sessionExpiresAt: Date,
  ): Promise<Grant> {
    const { userId, organizationId } = profile;
    const accessToken = await this.tokens.sign({ userId, organizationId, sessionId });
    const expiresInSeconds = this.tokens.ttlSeconds;
    return {
      sessionId,
      accessToken,
      expiresInSeconds,
      refreshToken: refreshToken.value,
      sessionExpiresAt,
      profile,
    };
  }
}

const isSecondTab = ({ spentMsAgo, userAgent }: PresentedToken, presentedBy: string | undefined): boolean =>
  spentMsAgo !== null && spentMsAgo <= TWO_TABS_GRACE_MS && userAgent === (presentedBy ?? null);

const endedBy = (caller: Caller, userId: string): string =>
  caller.userId === userId ? 'ended by its person' : 'ended by an administrator';
