// Rows of emergency accesses, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

export interface StoredBreakGlass {
  id: string;
  userId: string;
  displayName: string;
  reason: string;
  openedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  isOpen: boolean;
  reviewerName: string | null;
  reviewedAt: Date | null;
  reviewNote: string | null;
}

const FIND = `
  SELECT b.id, b.user_id AS "userId", u.display_name AS "displayName", b.reason, b.opened_at AS "openedAt",
         b.expires_at AS "expiresAt", b.ended_at AS "endedAt",
         b.ended_at IS NULL AND b.expires_at > now() AS "isOpen",
         r.display_name AS "reviewerName", b.reviewed_at AS "reviewedAt", b.review_note AS "reviewNote"
  FROM break_glass b
  JOIN users u ON u.id = b.user_id
  LEFT JOIN users r ON r.id = b.reviewed_by
  WHERE b.organization_id = $1`;

export class BreakGlassRepository {
  /** @returns its id. */
  async open(userId: string, reason: string, minutes: number): Promise<string> {
    const id = randomUUID();
    await currentEntityManager().query(
      `INSERT INTO break_glass (organization_id, id, user_id, reason, expires_at)
       VALUES ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
      [currentOrganizationId(), id, userId, reason, minutes],
    );
    return id;
  }

  async find(id: string): Promise<StoredBreakGlass | undefined> {
    const [row] = await currentEntityManager().query<StoredBreakGlass[]>(`${FIND} AND b.id = $2`, [
      currentOrganizationId(),
      id,
    ]);
    return row;
  }

  /** The newest first; of one person, where `userId` is given. */
  async list(userId: string | null): Promise<StoredBreakGlass[]> {
    return currentEntityManager().query(
      `${FIND} AND ($2::uuid IS NULL OR b.user_id = $2) ORDER BY b.opened_at DESC LIMIT 200`,
      [currentOrganizationId(), userId],
    );
  }

  /** @returns whether this person had it open. */
  async end(id: string, userId: string): Promise<boolean> {
    const [, ended] = await currentEntityManager().query<[unknown[], number]>(
      `UPDATE break_glass SET ended_at = now()
       WHERE organization_id = $1 AND id = $2 AND user_id = $3 AND ended_at IS NULL AND expires_at > now()`,
      [currentOrganizationId(), id, userId],
    );
    return ended === 1;
  }

  /** @returns whether it waited for its review. */
  async review(id: string, reviewerId: string, note: string): Promise<boolean> {
    const [, reviewed] = await currentEntityManager().query<[unknown[], number]>(
      `UPDATE break_glass SET reviewed_by = $3, reviewed_at = now(), review_note = $4
       WHERE organization_id = $1 AND id = $2 AND reviewed_at IS NULL AND user_id <> $3
         AND (ended_at IS NOT NULL OR expires_at <= now())`,
      [currentOrganizationId(), id, reviewerId, note],
    );
    return reviewed === 1;
  }
}
