// Rows of emergency accesses, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import type { PatientSeal, Place } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

/** What is sealed of it: both are free text, and may name a patient. */
interface Words {
  reason: string;
  reviewNote: string | null;
}

export interface StoredBreakGlass extends Words {
  id: string;
  userId: string;
  displayName: string;
  openedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  isOpen: boolean;
  reviewerName: string | null;
  reviewedAt: Date | null;
}

type Row = Omit<StoredBreakGlass, keyof Words> & { keyId: string; token: string };

const FIND = `
  SELECT b.id, b.user_id AS "userId", u.display_name AS "displayName", b.opened_at AS "openedAt",
         b.expires_at AS "expiresAt", b.ended_at AS "endedAt",
         b.ended_at IS NULL AND b.expires_at > now() AS "isOpen",
         r.display_name AS "reviewerName", b.reviewed_at AS "reviewedAt",
         b.words AS token, b.key_id AS "keyId"
  FROM break_glass b
  JOIN users u ON u.id = b.user_id
  LEFT JOIN users r ON r.id = b.reviewed_by
  WHERE b.organization_id = $1`;

const placeOf = (rowId: string): Place => ({
  organizationId: currentOrganizationId(),
  table: 'break_glass',
  rowId,
  column: 'words',
});

export class BreakGlassRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** @returns its id. */
  async open(userId: string, reason: string, minutes: number): Promise<string> {
    const id = randomUUID();
    await currentEntityManager().query(
      `INSERT INTO break_glass (organization_id, id, user_id, words, key_id, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
      [
        currentOrganizationId(),
        id,
        userId,
        this.#sealed(id, { reason, reviewNote: null }),
        this.seal.keyId,
        minutes,
      ],
    );
    return id;
  }

  async find(id: string): Promise<StoredBreakGlass | undefined> {
    const [row] = await currentEntityManager().query<Row[]>(`${FIND} AND b.id = $2`, [
      currentOrganizationId(),
      id,
    ]);
    return row && this.#opened(row);
  }

  /** The newest first; of one person, where `userId` is given. */
  async list(userId: string | null): Promise<StoredBreakGlass[]> {
    const rows = await currentEntityManager().query<Row[]>(
      `${FIND} AND ($2::uuid IS NULL OR b.user_id = $2) ORDER BY b.opened_at DESC LIMIT 200`,
      [currentOrganizationId(), userId],
    );
    return rows.map((row) => this.#opened(row));
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
  async review({ id, reason }: Pick<StoredBreakGlass, 'id' | 'reason'>, reviewerId: string, note: string) {
    const [, reviewed] = await currentEntityManager().query<[unknown[], number]>(
      `UPDATE break_glass SET reviewed_by = $3, reviewed_at = now(), words = $4, key_id = $5
       WHERE organization_id = $1 AND id = $2 AND reviewed_at IS NULL AND user_id <> $3
         AND (ended_at IS NOT NULL OR expires_at <= now())`,
      [
        currentOrganizationId(),
        id,
        reviewerId,
        this.#sealed(id, { reason, reviewNote: note }),
        this.seal.keyId,
      ],
    );
    return reviewed === 1;
  }

  #sealed(id: string, words: Words): string {
    return this.seal.sealJson(placeOf(id), words);
  }

  #opened({ keyId, token, ...row }: Row): StoredBreakGlass {
    return { ...row, ...this.seal.openJson<Words>(placeOf(row.id), { keyId, token }) };
  }
}
