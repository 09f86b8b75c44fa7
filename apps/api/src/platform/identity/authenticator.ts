// From a credential to a caller. Looks at the rows on every request, so that signing out, disabling a person or
// changing a role takes effect at once.
import type { AccessClaims, AccessTokens } from '../crypto/index.ts';
import { currentEntityManager, type Database } from '../database/index.ts';
import { Refusal } from '../errors/index.ts';
import { parseApiKey } from './api-key.ts';
import type { Caller } from './caller.ts';
import { isPermission, type Permission, withOutlines } from './permissions.ts';
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
  /**
   * Of a session that is not used now, such as that of an open socket: what it may do today.
   * @throws Refusal `auth.invalid-token` once it has ended.
   */
  permissionsOf(claims: AccessClaims): Promise<ReadonlySet<Permission>>;
}

const FIND_SESSION = `
  SELECT ${STANDING_COLUMNS}, t.is_stale AS "isStale" FROM find_session($1, $2, $3, $4) t`;

const FIND_API_KEY = `
  SELECT ${STANDING_COLUMNS}, t.is_stale AS "isStale", t.id, t.permissions, t.created_by AS "createdBy"
  FROM find_api_key($1, $2) t`;

interface SessionRow extends Standing {
  /** Whether its use has to be noted. */
  isStale: boolean;
}

interface ApiKeyRow extends SessionRow {
  id: string;
  permissions: string[];
  createdBy: string;
}

export function createAuthenticator(options: {
  tokens: AccessTokens;
  database: Pick<Database, 'query' | 'withinOrganization'>;
  sessionIdleMs: number;
  secondFactor: SecondFactorRule;
}): Authenticator {
  const { database, secondFactor, tokens } = options;

  const findSession = async ({ organizationId, sessionId, userId }: AccessClaims) => {
    const idleSeconds = options.sessionIdleMs / 1000;
    const parameters = [organizationId, sessionId, userId, idleSeconds];
    const [session] = await database.query<SessionRow>(FIND_SESSION, parameters);
    return session;
  };

  const touch = (organizationId: string, statement: string, id: string): Promise<void> =>
    database.withinOrganization(organizationId, async () => {
      await currentEntityManager().query(statement, [id]);
    });

  return {
    async byAccessToken(token, isUse) {
      const claims = await tokens.verify(token);
      const session = await findSession(claims);
      if (!session) throw new Refusal('auth.invalid-token');
      if (isUse && session.isStale)
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
      const { hash, organizationId } = parsed;
      const [row] = await database.query<ApiKeyRow>(FIND_API_KEY, [organizationId, hash]);
      if (!row) throw new Refusal('auth.invalid-token');
      if (row.isStale)
        await touch(organizationId, 'UPDATE api_keys SET last_used_at = now() WHERE id = $1', row.id);
      // A key never does more than the person who made it may do today.
      const allowed = permissionsOf(row, secondFactor);
      const ofKey = row.permissions.filter(isPermission).filter((permission) => allowed.includes(permission));
      const permissions = new Set(withOutlines(ofKey));
      return {
        organizationId,
        userId: row.createdBy,
        role: row.role,
        sessionId: null,
        apiKeyId: row.id,
        permissions,
      };
    },

    async permissionsOf(claims) {
      const session = await findSession(claims);
      if (!session) throw new Refusal('auth.invalid-token');
      return new Set(permissionsOf(session, secondFactor));
    },
  };
}
