// Rows of sign-ins that wait for their second factor, inside the organization of the open transaction.
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

export class ChallengesRepository {
  async add(tokenHash: Buffer, userId: string, expiresAt: Date): Promise<void> {
    await currentEntityManager().query(
      `INSERT INTO sign_in_challenges (organization_id, token_hash, user_id, expires_at)
       VALUES ($1, $2, $3, $4)`,
      [currentOrganizationId(), tokenHash, userId, expiresAt],
    );
  }

  /** Whose it is, held until the transaction ends; undefined for one that is over. */
  async findOpen(tokenHash: Buffer, maxFailures: number): Promise<string | undefined> {
    const [row] = await currentEntityManager().query<{ user_id: string }[]>(
      `SELECT user_id FROM sign_in_challenges
       WHERE organization_id = $1 AND token_hash = $2 AND used_at IS NULL AND expires_at > now()
         AND failures < $3 FOR UPDATE`,
      [currentOrganizationId(), tokenHash, maxFailures],
    );
    return row?.user_id;
  }

  async recordFailure(tokenHash: Buffer): Promise<void> {
    await this.#update('failures = failures + 1', tokenHash);
  }

  async spend(tokenHash: Buffer): Promise<void> {
    await this.#update('used_at = now()', tokenHash);
  }

  async #update(assignment: string, tokenHash: Buffer): Promise<void> {
    await currentEntityManager().query(
      `UPDATE sign_in_challenges SET ${assignment} WHERE organization_id = $1 AND token_hash = $2`,
      [currentOrganizationId(), tokenHash],
    );
  }
}
