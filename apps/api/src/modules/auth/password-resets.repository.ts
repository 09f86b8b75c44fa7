// Rows of password resets, inside the organization of the open transaction.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

export interface NewPasswordReset {
  tokenHash: Buffer;
  userId: string;
  createdBy: string;
  expiresAt: Date;
}

export class PasswordResetsRepository {
  /** The newest counts: earlier ones of the same person are spent. */
  async add({ tokenHash, userId, createdBy, expiresAt }: NewPasswordReset): Promise<void> {
    await this.spendAllOf(userId);
    await currentEntityManager().query(
      `INSERT INTO password_resets (organization_id, token_hash, user_id, created_by, expires_at)
       VALUES ($1, $2, $3, $4, $5)`,
      [currentOrganizationId(), tokenHash, userId, createdBy, expiresAt],
    );
  }

  /** Nothing that was handed out for this person works any more. */
  async spendAllOf(userId: string): Promise<void> {
    await currentEntityManager().query(
      `UPDATE password_resets SET used_at = now()
       WHERE organization_id = $1 AND user_id = $2 AND used_at IS NULL`,
      [currentOrganizationId(), userId],
    );
  }

  /**
   * Spends a token. @returns whose it was; undefined when it was used, has expired or never was, or whoever handed it out
   * is no administrator any more.
   */
  async spend(tokenHash: Buffer): Promise<string | undefined> {
    const [rows] = await currentEntityManager().query<[{ user_id: string }[], number]>(
      `UPDATE password_resets r SET used_at = now()
       FROM memberships m JOIN users u ON u.id = m.user_id
       WHERE r.organization_id = $1 AND r.token_hash = $2 AND r.used_at IS NULL AND r.expires_at > now()
         AND m.organization_id = r.organization_id AND m.user_id = r.created_by
         AND m.role = 'admin' AND u.disabled_at IS NULL
       RETURNING r.user_id`,
      [currentOrganizationId(), tokenHash],
    );
    return rows[0]?.user_id;
  }
}
