// People as sign-in sees them: found by e-mail before any organization is known, then read inside theirs.
import { currentEntityManager, currentOrganizationId, type Database } from '../../platform/database/index.ts';
import { STANDING_COLUMNS, type Standing } from '../../platform/identity/index.ts';
import type { FeatureOverrides } from '../features/index.ts';

export interface SignInCandidate {
  userId: string;
  organizationId: string;
  passwordHash: string;
}

export interface Profile extends Standing {
  userId: string;
  email: string;
  displayName: string;
  organizationId: string;
  organizationName: string;
  featureOverrides: FeatureOverrides;
}

interface CandidateRow {
  user_id: string;
  organization_id: string;
  password_hash: string;
}

export class AccountsRepository {
  constructor(private readonly database: Pick<Database, 'query'>) {}

  /** The membership a person signs in to: the oldest one. */
  async findByEmail(email: string): Promise<SignInCandidate | undefined> {
    const [row] = await this.database.query<CandidateRow>('SELECT * FROM find_sign_in($1)', [email]);
    return (
      row && { userId: row.user_id, organizationId: row.organization_id, passwordHash: row.password_hash }
    );
  }

  /** Undefined for somebody who is disabled, locked, or no member of the current organization. */
  async findAdmissible(userId: string): Promise<Profile | undefined> {
    return this.#find(
      't.user_id = $2 AND u.disabled_at IS NULL AND (u.locked_until IS NULL OR u.locked_until <= now())',
      userId,
    );
  }

  /**
   * As `findAdmissible`, held until the transaction ends, and only while the password is the one that was proved: whoever
   * changes it or shuts the person out meanwhile waits for this sign-in and ends it, or it comes to nothing.
   */
  async admit(userId: string, passwordHash: string): Promise<Profile | undefined> {
    const [held] = await currentEntityManager().query<object[]>(
      'SELECT id FROM users WHERE id = $1 AND password_hash = $2 FOR NO KEY UPDATE',
      [userId, passwordHash],
    );
    return held && this.findAdmissible(userId);
  }

  async find(userId: string): Promise<Profile | undefined> {
    return this.#find('t.user_id = $2', userId);
  }

  async findWithPassword(userId: string): Promise<(Profile & { passwordHash: string }) | undefined> {
    const profile = await this.find(userId);
    const [row] = await currentEntityManager().query<Pick<CandidateRow, 'password_hash'>[]>(
      'SELECT password_hash FROM users WHERE id = $1',
      [userId],
    );
    return profile && row && { ...profile, passwordHash: row.password_hash };
  }

  /** Sign-ins that have got past the password that was wait for their second factor in vain. */
  async setPassword(userId: string, passwordHash: string): Promise<void> {
    await currentEntityManager().query(
      `WITH ended AS (
         UPDATE sign_in_challenges SET used_at = now()
         WHERE organization_id = current_organization_id() AND user_id = $1 AND used_at IS NULL
       )
       UPDATE users SET password_hash = $2 WHERE id = $1`,
      [userId, passwordHash],
    );
  }

  /**
   * Counts a wrong password or code; from `limit` in a row on, each one locks the account for `lockHours`.
   * @returns whether this one did.
   */
  async recordFailure(userId: string, limit: number, lockHours: number): Promise<boolean> {
    const [rows] = await currentEntityManager().query<[{ locked: boolean }[], number]>(
      `UPDATE users SET failed_sign_ins = failed_sign_ins + 1,
         locked_until = CASE WHEN failed_sign_ins + 1 >= $2 THEN now() + make_interval(hours => $3) END
       WHERE id = $1 RETURNING locked_until IS NOT NULL AS locked`,
      [userId, limit, lockHours],
    );
    return rows[0]?.locked ?? false;
  }

  async clearFailures(userId: string): Promise<void> {
    await currentEntityManager().query(
      'UPDATE users SET failed_sign_ins = 0, locked_until = NULL WHERE id = $1 AND failed_sign_ins > 0',
      [userId],
    );
  }

  async #find(condition: string, userId: string): Promise<Profile | undefined> {
    const [row] = await currentEntityManager().query<Profile[]>(
      `SELECT ${STANDING_COLUMNS}, u.id AS "userId", u.email, u.display_name AS "displayName",
              o.id AS "organizationId", o.name AS "organizationName",
              (SELECT coalesce(jsonb_object_agg(f.name, f.is_on), '{}') FROM feature_overrides f
               WHERE f.organization_id = o.id) AS "featureOverrides"
       FROM standings t JOIN users u ON u.id = t.user_id JOIN organizations o ON o.id = t.organization_id
       WHERE t.organization_id = $1 AND ${condition}`,
      [currentOrganizationId(), userId],
    );
    return row;
  }
}
