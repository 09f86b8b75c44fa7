// Payments of manufacturers, how each was read, and which redemptions it pays; inside the organization of the open
// transaction.
import { randomUUID } from 'node:crypto';
import type { ExceptionCode, PaymentResult, Program, TransactionType } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { CUT_SHARES, PAID_CENTS, PAYMENTS } from './ledger-sql.ts';
import type { Share } from './split-payment.ts';

export interface StoredPayment {
  id: string;
  uploadId: string;
  type: TransactionType | null;
  program: Program | null;
  location: string | null;
  /** Of the redemption it pays, where it names one. */
  reference: string | null;
  /** `YYYY-MM-DD` */
  paidOn: string | null;
  amountCents: number;
  /** What pays no redemption yet. */
  openCents: number;
  result: PaymentResult;
  detail: string | null;
  reasonCodes: ExceptionCode[];
  /** Ids of redemptions. */
  alternatives: string[][];
  /** One that was corrected to less may pay nothing any more of what it was settled over: 0 cents. */
  shares: Share[];
  isByPerson: boolean;
  /** Null for someone who is no longer a member. */
  settledBy: string | null;
  readAt: Date | null;
}

/** `YYYY-MM-DD` */
export interface UploadDays {
  first: string;
  last: string;
}

/** How a run, or a person, reads a payment. */
export interface NewReading {
  paymentId: string;
  result: 'settled' | 'review' | 'unexplained';
  detail: string;
  reasonCodes: readonly ExceptionCode[];
  alternatives: readonly (readonly string[])[];
  settledBy: string | null;
}

/** What `payments p` pays of what it was settled over, by redemptions in their latest version. */
const SHARES_OF_PAYMENT = `
  SELECT coalesce(later.id, s.redemption_lineage) AS redemption_id, sum(s.cents)::int AS cents FROM shares s
  LEFT JOIN LATERAL (
    SELECT t.id FROM transactions t
    WHERE t.organization_id = $1 AND t.lineage_id = s.redemption_lineage AND t.version > 1
    ORDER BY t.version DESC LIMIT 1) AS later ON true
  WHERE s.payment_lineage = p.lineage_id GROUP BY 1`;

const SELECT = `${PAYMENTS}
  SELECT p.id, p.upload_id AS "uploadId", p.type, p.program, p.location, p.reference, to_char(p.paid_on, 'YYYY-MM-DD') AS "paidOn",
         p.amount_cents AS "amountCents", p.open_cents AS "openCents", p.result, p.detail, p.reason_codes AS "reasonCodes",
         p.alternatives, p.settled_by IS NOT NULL AS "isByPerson",
         (SELECT u.display_name FROM users u WHERE u.id = p.settled_by) AS "settledBy", p.read_at AS "readAt",
         coalesce((SELECT json_agg(json_build_object('redemptionId', s.redemption_id, 'amountCents', s.cents)
                                   ORDER BY s.cents DESC, s.redemption_id)
                   FROM (${SHARES_OF_PAYMENT}) AS s), '[]') AS shares
  FROM payments p`;

const NARROWED = `WHERE ($2::text IS NULL OR p.result = $2) AND ($3::text IS NULL OR p.program = $3)`;

// Of the payment $2 in whatever version: what was settled before it was corrected goes with the rest.
const UNDO = `
  WITH versions AS (
    SELECT t.id, t.version FROM transactions own
    JOIN transactions t ON t.organization_id = $1 AND t.lineage_id = own.lineage_id AND t.side = 'reimbursement'
    WHERE own.organization_id = $1 AND own.id = $2
  ), undone AS (
    UPDATE reimbursed_shares s SET undone_at = now(), undone_by = $3
    WHERE s.organization_id = $1 AND s.payment_id IN (SELECT id FROM versions) AND s.undone_at IS NULL
    RETURNING s.redemption_id
  )
  INSERT INTO payment_readings (organization_id, payment_id, result, detail, alternatives)
  SELECT $1, $2, 'undone', (
      SELECT p.detail FROM payment_readings p JOIN versions v ON v.id = p.payment_id
      WHERE p.organization_id = $1 ORDER BY v.version DESC LIMIT 1),
    jsonb_build_array(jsonb_agg(DISTINCT redemption_id))
  FROM undone HAVING count(*) > 0
  ON CONFLICT (organization_id, payment_id) DO UPDATE
  SET result = 'undone', settled_by = NULL, read_at = now(), alternatives = EXCLUDED.alternatives
  RETURNING payment_id`;

export class PaymentsRepository {
  /** Of several who settle or undo, each waits for the others: a redemption is not paid twice. */
  async holdLedger(): Promise<void> {
    await currentEntityManager().query(
      "SELECT pg_advisory_xact_lock(hashtextextended('reimbursements ' || $1::text, 0))",
      [currentOrganizationId()],
    );
  }

  /** The latest first. */
  page(
    filter: { result?: PaymentResult | undefined; program?: Program | undefined },
    limit: number,
    offset: number,
  ): Promise<StoredPayment[]> {
    return this.#query(`${SELECT} ${NARROWED} ORDER BY p.paid_on DESC NULLS LAST, p.id LIMIT $4 OFFSET $5`, [
      filter.result ?? null,
      filter.program ?? null,
      limit,
      offset,
    ]);
  }

  async count(filter: {
    result?: PaymentResult | undefined;
    program?: Program | undefined;
  }): Promise<number> {
    const sql = `${PAYMENTS} SELECT count(*)::int AS count FROM payments p ${NARROWED}`;
    const [row] = await this.#query<{ count: number }>(sql, [filter.result ?? null, filter.program ?? null]);
    return row!.count;
  }

  async find(id: string): Promise<StoredPayment | undefined> {
    return (await this.#query(`${SELECT} WHERE p.id = $2`, [id]))[0];
  }

  /** Not settled, or not any more. */
  open(): Promise<StoredPayment[]> {
    return this.#query(`${SELECT} WHERE p.result <> 'settled' ORDER BY p.paid_on, p.id`, []);
  }

  /** By upload of `ids`, the first and the last day of its payments; where it names none, the day it came in. */
  async daysOfUploads(ids: readonly string[]): Promise<Map<string, UploadDays>> {
    const rows = await this.#query<UploadDays & { id: string }>(
      `${PAYMENTS} SELECT u.id, to_char(coalesce(min(p.paid_on), u.created_at::date), 'YYYY-MM-DD') AS first,
              to_char(coalesce(max(p.paid_on), u.created_at::date), 'YYYY-MM-DD') AS last
       FROM uploads u LEFT JOIN payments p ON p.upload_id = u.id
       WHERE u.organization_id = $1 AND u.id = ANY ($2) GROUP BY u.id, u.created_at`,
      [ids],
    );
    return new Map(rows.map(({ first, id, last }) => [id, { first, last }]));
  }

  /** Payments of these months (`YYYY-MM`) that pay nothing yet. */
  async openTotals(from: string, to: string): Promise<{ count: number; cents: number }> {
    const [row] = await this.#query<{ count: number; cents: number }>(
      `${PAYMENTS} SELECT count(*)::int AS count, coalesce(sum(open_cents), 0)::float8 AS cents FROM payments
       WHERE result <> 'settled' AND coalesce(type, '') NOT IN ('refund', 'void') AND to_char(paid_on, 'YYYY-MM') BETWEEN $2 AND $3`,
      [from, to],
    );
    return row!;
  }

  /** With the ledger held. */
  async note(reading: NewReading): Promise<void> {
    await currentEntityManager().query(
      `INSERT INTO payment_readings (organization_id, payment_id, result, detail, reason_codes, alternatives, settled_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (organization_id, payment_id) DO UPDATE
       SET result = $3, detail = $4, reason_codes = $5, alternatives = $6, settled_by = $7, read_at = now()`,
      [
        currentOrganizationId(),
        reading.paymentId,
        reading.result,
        reading.detail,
        reading.reasonCodes,
        JSON.stringify(reading.alternatives),
        reading.settledBy,
      ],
    );
  }

  /** With the ledger held: nobody else has paid these redemptions since they were read. */
  async addShares(paymentId: string, shares: readonly Share[]): Promise<void> {
    const rows = shares.map((share) => ({
      id: randomUUID(),
      redemption_id: share.redemptionId,
      amount_cents: share.amountCents,
    }));
    await this.#query(CUT_SHARES, [paymentId]);
    await currentEntityManager().query(
      `INSERT INTO reimbursed_shares (organization_id, id, payment_id, redemption_id, amount_cents)
       SELECT $1, id, $2, redemption_id, amount_cents
       FROM json_to_recordset($3) AS batch (id uuid, redemption_id uuid, amount_cents integer)`,
      [currentOrganizationId(), paymentId, JSON.stringify(rows)],
    );
  }

  /** What payments that stand pay for this redemption, in whatever version. None is made or taken back until the transaction ends. */
  async paidCents(redemptionId: string): Promise<number> {
    await this.holdLedger();
    return (await this.paidAmong([redemptionId])).get(redemptionId) ?? 0;
  }

  /** The same of each of these that something was paid of, as it is now. */
  async paidAmong(redemptionIds: readonly string[]): Promise<Map<string, number>> {
    if (redemptionIds.length === 0) return new Map();
    const rows = await this.#query<{ id: string; cents: number }>(PAID_CENTS, [redemptionIds]);
    return new Map(rows.map(({ cents, id }) => [id, cents]));
  }

  /** Whether a payment that this upload brought was settled, even if that was taken back. None is until the transaction ends. */
  async haveSettled(uploadId: string): Promise<boolean> {
    await this.holdLedger();
    const settled = await this.#query<unknown>(
      `SELECT FROM payment_readings p
       JOIN transactions t ON t.organization_id = p.organization_id AND t.id = p.payment_id
       WHERE p.organization_id = $1 AND t.upload_id = $2 AND p.result IN ('settled', 'undone') LIMIT 1`,
      [uploadId],
    );
    return settled.length > 0;
  }

  /** It waits for a person's choice, what it paid among the alternatives. @returns whether it paid anything. */
  async undo(paymentId: string, undoneBy: string): Promise<boolean> {
    const undone = await this.#query<unknown>(UNDO, [paymentId, undoneBy]);
    return undone.length > 0;
  }

  #query<Row = StoredPayment>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return currentEntityManager().query(sql, [currentOrganizationId(), ...parameters]);
  }
}
