// From a credential to a caller. Looks at the rows on every request, so that signing out, disabling a person or
// changing a role takes effect at once.
import type { AccessClaims, AccessTokens } from '../crypto/index.ts';
import { currentEntityManager, type WithinOrganization } from '../database/index.ts';
import { Refusal } from '../errors/index.ts';
import { parseApiKey } from './api-key.ts';
import type { Caller } from './caller.ts';
import { isPermission, withOutlines } from './permissions.ts';
import {
  permissionsOf,
  requiresSecondFactor,
  type SecondFactorRule,
  STANDING_COLUMNS,
  type Standing,
} from './standing.ts';

export interface Authenticator {
  /**
   * @param isUse whether the person is at work; what an app asks by itself keeps no session alive.
   * @throws Refusal `auth.invalid-token`.
   */
  byAccessToken(token: string, isUse: boolean): Promise<Caller>;
  /** @throws Refusal `auth.invalid-token`. */
  byApiKey(key: string): Promise<Caller>;
  /** Whether the session of an open socket still stands. */
  isSessionActive(claims: AccessClaims): Promise<boolean>;
}

// Use is noted at most once a minute: precise enough for an idle limit, and most requests write nothing.
const FIND_SESSION = `
  SELECT ${STANDING_COLUMNS}, s.last_seen_at < now() - interval '1 minute' AS stale
  FROM sessions s
  JOIN memberships m ON m.organization_id = s.organization_id AND m.user_id = s.user_id
  JOIN organizations o ON o.id = s.organization_id
  JOIN users u ON u.id = s.user_id
  WHERE s.id = $1 AND s.user_id = $2 AND s.revoked_at IS NULL AND s.expires_at > now()
    AND s.last_seen_at > now() - make_interval(secs => $3) AND u.disabled_at IS NULL`;

const FIND_API_KEY = `
  SELECT ${STANDING_COLUMNS}, k.id, k.permissions, k.created_by,
         coalesce(k.last_used_at < now() - interval '1 minute', true) AS stale
  FROM api_keys k
  JOIN memberships m ON m.organization_id = k.organization_id AND m.user_id = k.created_by
  JOIN organizations o ON o.id = k.organization_id
  JOIN users u ON u.id = k.created_by
  WHERE k.key_hash = $1 AND k.revoked_at IS NULL AND k.expires_at > now()
    AND u.disabled_at IS NULL`;

interface SessionRow extends Standing {
  stale: boolean;
}

interface ApiKeyRow extends SessionRow {
  id: string;
  permissions: string[];
  created_by: string;
}

export function createAuthenticator(options: {
  tokens: AccessTokens;
  withinOrganization: WithinOrganization;
  sessionIdleMs: number;
  secondFactor: SecondFactorRule;
}): Authenticator {
  const { secondFactor, tokens, withinOrganization } = options;

  const findSession = (claims: AccessClaims): Promise<SessionRow | undefined> =>
    withinOrganization(claims.organizationId, async () => {
      const idleSeconds = options.sessionIdleMs / 1000;
      const found = await currentEntityManager().query<SessionRow[]>(FIND_SESSION, [
        claims.sessionId,
        claims.userId,
        idleSeconds,
      ]);
      return found[0];
    });

  const touch = (organizationId: string, statement: string, id: string): Promise<void> =>
    withinOrganization(organizationId, async () => {
      await currentEntityManager().query(statement, [id]);
    });

  return {
    async byAccessToken(token, isUse) {
      const claims = await tokens.verify(token);
      const session = await findSession(claims);
      if (!session) throw new Refusal('auth.invalid-token');
      if (isUse && session.stale)
        await touch(
          claims.organizationId,
          'UPDATE sessions SET last_seen_at = now() WHERE id = $1',
          claims.sessionId,
        );
      const permissions = new Set(permissionsOf(session, secondFactor));
      const lacksSecondFactor = !session.hasSecondFactor && requiresSecondFactor(session, secondFactor);
      return { ...claims, role: session.role, apiKeyId: null, permissions, lacksSecondFactor };
    },

    async byApiKey(key) {
      const parsed = parseApiKey(key);
      if (!parsed) throw new Refusal('auth.invalid-token');
      const found = await withinOrganization(parsed.organizationId, () =>
        currentEntityManager().query<ApiKeyRow[]>(FIND_API_KEY, [parsed.hash]),
      );
      const row = found[0];
      if (!row) throw new Refusal('auth.invalid-token');
      if (row.stale)
        await touch(parsed.organizationId, 'UPDATE api_keys SET last_used_at = now() WHERE id = $1', row.id);
      // A key never does more than the person who made it may do today.
      const allowed = permissionsOf(row, secondFactor);
      const ofKey = row.permissions.filter(isPermission).filter((permission) => allowed.includes(permission));
      const permissions = new Set(withOutlines(ofKey));
      const { organizationId } = parsed;
      return {
        organizationId,
        userId: row.created_by,
        role: row.role,
        sessionId: null,
        apiKeyId: row.id,
        permissions,
      };
    },

    isSessionActive: async (claims) => (await findSession(claims)) !== undefined,
  };
}
