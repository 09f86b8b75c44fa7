// Rows of closed and reopened months, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import type { PeriodFiguresWire } from '@medspasync/schemas';
import type { PatientSeal, Place } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import type { PeriodScope, StoredPeriod } from './period.ts';
import { HOLDS_RESULT, HOLDS_TRANSACTION } from './period-sql.ts';

interface Row extends Omit<StoredPeriod, 'location' | 'reopenReason'> {
  locationId: string | null;
  locationName: string | null;
  /** The reason it was reopened for, sealed. */
  token: string | null;
  keyId: string | null;
}

const placeOf = (rowId: string): Place => ({
  organizationId: currentOrganizationId(),
  table: 'periods',
  rowId,
  column: 'reopen_reason',
});

const SELECT = `
  SELECT p.id, to_char(p.month, 'YYYY-MM') AS month, p.location_id AS "locationId", p.location_name AS "locationName",
         p.program, p.figures, p.closed_at AS "closedAt", c.display_name AS "closedBy", p.reopened_at AS "reopenedAt",
         o.display_name AS "reopenedBy", p.reopen_reason AS token,
         p.key_id AS "keyId"
  FROM periods p LEFT JOIN users c ON c.id = p.closed_by LEFT JOIN users o ON o.id = p.reopened_by
  WHERE p.organization_id = $1`;

const NEWEST_FIRST = 'ORDER BY p.month DESC, p.closed_at DESC, p.id';

export class PeriodsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /**
   * Until the transaction ends nobody closes or reopens a month (`share`), or nobody else does and nothing in any is
   * decided either (`change`).
   */
  async hold(purpose: 'share' | 'change'): Promise<void> {
    await currentEntityManager().query(
      `SELECT FROM organizations WHERE id = $1 FOR ${purpose === 'share' ? 'SHARE' : 'NO KEY UPDATE'}`,
      [currentOrganizationId()],
    );
  }

  /** The latest month first, closed and reopened ones. */
  list(month: string | null): Promise<StoredPeriod[]> {
    return this.#read(`AND ($2::text IS NULL OR p.month = ($2 || '-01')::date) ${NEWEST_FIRST}`, [month]);
  }

  async find(id: string): Promise<StoredPeriod | undefined> {
    return (await this.#read('AND p.id = $2', [id]))[0];
  }

  /** Closed ones that `scope` lies in or that lie in it. */
  async closedWith({ location, month, program }: PeriodScope): Promise<StoredPeriod[]> {
    return this.#read(
      `AND p.reopened_at IS NULL AND p.month = ($2 || '-01')::date
       AND (p.location_id IS NULL OR $3::uuid IS NULL OR p.location_id = $3)
       AND (p.program IS NULL OR $4::text IS NULL OR p.program = $4) ${NEWEST_FIRST}`,
      [month, location?.id ?? null, program],
    );
  }

  /** Of those of `resultIds` that a closed one has, it; the latest month where there are several. */
  closedByResult(resultIds: readonly string[]): Promise<Map<string, StoredPeriod>> {
    return this.#closedBy(
      'job_results r ON r.organization_id = $1 AND r.id = named.id',
      HOLDS_RESULT,
      resultIds,
    );
  }

  /** The same of transactions, by their own day. */
  closedByTransaction(ids: readonly string[]): Promise<Map<string, StoredPeriod>> {
    return this.#closedBy(
      'transactions t ON t.organization_id = $1 AND t.id = named.id',
      HOLDS_TRANSACTION,
      ids,
    );
  }

  /** A closed one that has one of these results. */
  async closedOverResults(resultIds: readonly string[]): Promise<StoredPeriod | undefined> {
    return this.#closedOver(`job_results r WHERE r.organization_id = $1 AND r.id = ANY ($2)`, HOLDS_RESULT, [
      resultIds,
    ]);
  }

  async closedOverJob(jobId: string): Promise<StoredPeriod | undefined> {
    return this.#closedOver('job_results r WHERE r.organization_id = $1 AND r.job_id = $2', HOLDS_RESULT, [
      jobId,
    ]);
  }

  async closedOverTransactions(ids: readonly string[]): Promise<StoredPeriod | undefined> {
    return this.#closedOver(
      'transactions t WHERE t.organization_id = $1 AND t.id = ANY ($2)',
      HOLDS_TRANSACTION,
      [ids],
    );
  }

  /** Those transactions of `ids` whose day lies in no closed month. */
  async openAmong(ids: readonly string[]): Promise<Set<string>> {
    const rows = await currentEntityManager().query<{ id: string }[]>(
      `SELECT t.id FROM transactions t WHERE t.organization_id = $1 AND t.id = ANY ($2)
         AND NOT EXISTS (SELECT FROM periods p WHERE p.organization_id = $1 AND ${HOLDS_TRANSACTION})`,
      [currentOrganizationId(), ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async isAnyClosed(): Promise<boolean> {
    const rows = await currentEntityManager().query<unknown[]>(
      'SELECT FROM periods WHERE organization_id = $1 AND reopened_at IS NULL LIMIT 1',
      [currentOrganizationId()],
    );
    return rows.length > 0;
  }

  async add(
    { location, month, program }: PeriodScope,
    closing: { figures: PeriodFiguresWire; acknowledged: readonly string[]; closedBy: string },
  ): Promise<string> {
    const id = randomUUID();
    await currentEntityManager().query(
      `INSERT INTO periods (organization_id, id, month, location_id, location_name, program, figures,
                            acknowledged_result_ids, closed_by)
       VALUES ($1, $2, ($3 || '-01')::date, $4, $5, $6, $7, $8, $9)`,
      [
        currentOrganizationId(),
        id,
        month,
        location?.id ?? null,
        location?.name ?? null,
        program,
        closing.figures,
        closing.acknowledged,
        closing.closedBy,
      ],
    );
    return id;
  }

  /** @returns whether it was closed. */
  async reopen(id: string, reopenedBy: string, reason: string): Promise<boolean> {
    const [, reopened] = await currentEntityManager().query<[unknown, number]>(
      `UPDATE periods SET reopened_by = $3, reopened_at = now(), reopen_reason = $4, key_id = $5
       WHERE organization_id = $1 AND id = $2 AND reopened_at IS NULL`,
      [
        currentOrganizationId(),
        id,
        reopenedBy,
        this.seal.seal(placeOf(id), Buffer.from(reason)),
        this.seal.keyId,
      ],
    );
    return reopened === 1;
  }

  async #closedBy(
    rows: string,
    condition: string,
    ids: readonly string[],
  ): Promise<Map<string, StoredPeriod>> {
    const held = await currentEntityManager().query<{ id: string; periodId: string }[]>(
      `SELECT named.id, closed.id AS "periodId" FROM unnest($2::uuid[]) AS named (id) JOIN ${rows}
       CROSS JOIN LATERAL (
         SELECT p.id FROM periods p WHERE p.organization_id = $1 AND ${condition} ${NEWEST_FIRST} LIMIT 1) AS closed`,
      [currentOrganizationId(), ids],
    );
    if (held.length === 0) return new Map();
    const periods = await this.#read('AND p.id = ANY ($2)', [held.map(({ periodId }) => periodId)]);
    const byId = new Map(periods.map((period) => [period.id, period]));
    return new Map(held.map(({ id, periodId }) => [id, byId.get(periodId)!]));
  }

  async #closedOver(
    rows: string,
    condition: string,
    parameters: unknown[],
  ): Promise<StoredPeriod | undefined> {
    const [period] = await this.#read(
      `AND EXISTS (SELECT FROM ${rows} AND ${condition}) ${NEWEST_FIRST} LIMIT 1`,
      parameters,
    );
    return period;
  }

  async #read(narrowing: string, parameters: unknown[]): Promise<StoredPeriod[]> {
    const rows = await currentEntityManager().query<Row[]>(`${SELECT} ${narrowing}`, [
      currentOrganizationId(),
      ...parameters,
    ]);
    return rows.map(({ keyId, locationId, locationName, token, ...period }) => ({
      ...period,
      reopenReason:
        token === null || keyId === null
          ? null
          : this.seal.open(placeOf(period.id), { keyId, token }).toString(),
      location: locationId === null ? null : { id: locationId, name: locationName! },
    }));
  }
}
