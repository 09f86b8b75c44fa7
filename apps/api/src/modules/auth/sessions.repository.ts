// Rows of sessions and of their refresh tokens. Every method runs inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import { IsNull, MoreThan, Not } from 'typeorm';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { RefreshTokenEntity, SessionEntity } from './session.entity.ts';

export interface NewSession {
  userId: string;
  userAgent: string | undefined;
  expiresAt: Date;
}

/** A refresh token that was presented, and the session it belongs to, both locked until the transaction ends. */
export interface PresentedToken {
  sessionId: string;
  userId: string;
  expiresAt: Date;
  userAgent: string | null;
  /** Null: not spent yet. */
  spentMsAgo: number | null;
  /** Not revoked, not idle, not over, its person not disabled. */
  alive: boolean;
}

export interface ListedSession {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
}

const FIND_PRESENTED = `
  SELECT s.id AS "sessionId", s.user_id AS "userId", s.expires_at AS "expiresAt", s.user_agent AS "userAgent",
         (extract(epoch FROM clock_timestamp() - t.used_at) * 1000)::float8 AS "spentMsAgo",
         s.revoked_at IS NULL AND s.expires_at > now() AND u.disabled_at IS NULL
           AND s.last_seen_at > now() - make_interval(secs => $3) AS alive
  FROM refresh_tokens t
  JOIN sessions s ON s.organization_id = t.organization_id AND s.id = t.session_id
  JOIN users u ON u.id = s.user_id
  WHERE t.organization_id = $1 AND t.token_hash = $2
  FOR UPDATE OF t, s`;

export class SessionsRepository {
  /** @returns the session's id. */
  async open({ userId, userAgent, expiresAt }: NewSession): Promise<string> {
    const id = randomUUID();
    await currentEntityManager().insert(SessionEntity, {
      organizationId: currentOrganizationId(),
      id,
      userId,
      expiresAt,
      userAgent: userAgent?.slice(0, 300) ?? null,
    });
    return id;
  }

  async addToken(sessionId: string, tokenHash: Buffer): Promise<void> {
    const organizationId = currentOrganizationId();
    await currentEntityManager().insert(RefreshTokenEntity, { organizationId, tokenHash, sessionId });
  }

  async findPresented(tokenHash: Buffer, idleMs: number): Promise<PresentedToken | undefined> {
    const [row] = await currentEntityManager().query<PresentedToken[]>(FIND_PRESENTED, [
      currentOrganizationId(),
      tokenHash,
      idleMs / 1000,
    ]);
    return row;
  }

  /** Marks a token as spent. That is no use of the session: an app renews its tokens while nobody is at it. */
  async spend(tokenHash: Buffer): Promise<void> {
    const organizationId = currentOrganizationId();
    await currentEntityManager().update(
      RefreshTokenEntity,
      { organizationId, tokenHash },
      { usedAt: new Date() },
    );
  }

  /** A person's sessions that can still be used, the latest used first. */
  async listActive(userId: string, idleMs: number): Promise<ListedSession[]> {
    return currentEntityManager().find(SessionEntity, {
      where: {
        organizationId: currentOrganizationId(),
        userId,
        revokedAt: IsNull(),
        expiresAt: MoreThan(new Date()),
        lastSeenAt: MoreThan(new Date(Date.now() - idleMs)),
      },
      order: { lastSeenAt: 'DESC' },
    });
  }

  /** Ends all sessions of a person but `keptId`; all, where that is null. */
  async revokeOthers(userId: string, keptId: string | null, because: string): Promise<void> {
    await currentEntityManager().update(
      SessionEntity,
      {
        organizationId: currentOrganizationId(),
        userId,
        revokedAt: IsNull(),
        ...(keptId === null ? {} : { id: Not(keptId) }),
      },
      { revokedAt: new Date(), revokedBecause: because },
    );
  }

  /** @returns whether there was such a session of this person to end. */
  async revoke(sessionId: string, userId: string, because: string): Promise<boolean> {
    const { affected } = await currentEntityManager().update(
      SessionEntity,
      { organizationId: currentOrganizationId(), id: sessionId, userId, revokedAt: IsNull() },
      { revokedAt: new Date(), revokedBecause: because },
    );
    return affected === 1;
  }
}
