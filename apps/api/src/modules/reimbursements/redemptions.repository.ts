// Redemptions and what was paid back of them, inside the organization of the open transaction.
import type { Program, ReimbursementState } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { type StateTerms, termsAsJson } from '../reconciliation/index.ts';
import { GIVEN_UP, REDEMPTIONS } from './ledger-sql.ts';

export interface StoredRedemption {
  id: string;
  program: Program;
  location: string | null;
  /** `YYYY-MM-DD`, as the other days. */
  happenedOn: string | null;
  amountCents: number;
  paymentId: string | null;
  paidCents: number | null;
  expectedOn: string | null;
  paidOn: string | null;
  days: number | null;
  state: ReimbursementState;
}

export interface RedemptionFilter {
  state?: ReimbursementState | undefined;
  program?: Program | undefined;
  /** `YYYY-MM` */
  month?: string | undefined;
}

export interface ProgramTotals {
  program: Program;
  redeemed: number;
  redeemedCents: number;
  reimbursed: number;
  reimbursedCents: number;
  short: number;
  shortCents: number;
  awaited: number;
  awaitedCents: number;
  overdue: number;
  overdueCents: number;
  averageDays: number | null;
}

const SELECT = `${REDEMPTIONS}
  SELECT id, program, location, to_char(happened_on, 'YYYY-MM-DD') AS "happenedOn", amount_cents AS "amountCents",
         payment_id AS "paymentId", paid_cents AS "paidCents", to_char(expected_on, 'YYYY-MM-DD') AS "expectedOn",
         to_char(paid_on, 'YYYY-MM-DD') AS "paidOn", paid_on - happened_on AS days, state
  FROM redemptions`;

const NARROWED = `
  WHERE ($3::text IS NULL OR state = $3) AND ($4::text IS NULL OR program = $4)
    AND ($5::text IS NULL OR to_char(happened_on, 'YYYY-MM') = $5)`;

const SUMMARY = `${REDEMPTIONS}
  SELECT program, count(*)::int AS redeemed, sum(amount_cents)::float8 AS "redeemedCents",
         count(*) FILTER (WHERE state = 'REIMBURSED')::int AS reimbursed,
         coalesce(sum(paid_cents), 0)::float8 AS "reimbursedCents",
         count(*) FILTER (WHERE state = 'REIMBURSED_SHORT')::int AS short,
         coalesce(sum(amount_cents - paid_cents), 0)::float8 AS "shortCents",
         count(*) FILTER (WHERE state = 'AWAITED')::int AS awaited,
         coalesce(sum(amount_cents) FILTER (WHERE state = 'AWAITED'), 0)::float8 AS "awaitedCents",
         count(*) FILTER (WHERE state = 'NOT_REIMBURSED')::int AS overdue,
         coalesce(sum(amount_cents) FILTER (WHERE state = 'NOT_REIMBURSED'), 0)::float8 AS "overdueCents",
         avg(paid_on - happened_on)::float8 AS "averageDays"
  FROM redemptions WHERE to_char(happened_on, 'YYYY-MM') BETWEEN $3 AND $4 GROUP BY program ORDER BY program`;

export class RedemptionsRepository {
  /** @param terms what states are told by, inside the open transaction. */
  constructor(private readonly terms: () => Promise<StateTerms>) {}

  /** The oldest first. */
  async page(filter: RedemptionFilter, limit: number, offset: number): Promise<StoredRedemption[]> {
    const order = `${NARROWED} ORDER BY happened_on NULLS LAST, id LIMIT $6 OFFSET $7`;
    return this.#query(`${SELECT} ${order}`, [...valuesOf(filter), limit, offset]);
  }

  async count(filter: RedemptionFilter): Promise<number> {
    const sql = `${REDEMPTIONS} SELECT count(*)::int AS count FROM redemptions ${NARROWED}`;
    const [row] = await this.#query<{ count: number }>(sql, valuesOf(filter));
    return row!.count;
  }

  /** Nothing was paid for them, and they have a day: the oldest first. */
  unpaid(): Promise<StoredRedemption[]> {
    return this.#query(
      `${SELECT} WHERE payment_id IS NULL AND happened_on IS NOT NULL ORDER BY happened_on, id`,
      [],
    );
  }

  /** Those of `ids` that there are, the oldest first. */
  findAll(ids: readonly string[]): Promise<StoredRedemption[]> {
    return this.#query(`${SELECT} WHERE id = ANY ($3) ORDER BY happened_on, id`, [ids]);
  }

  /** Those of `ids` that somebody wrote off. */
  async givenUpAmong(ids: readonly string[]): Promise<Set<string>> {
    const rows = await currentEntityManager().query<{ id: string }[]>(GIVEN_UP, [
      currentOrganizationId(),
      ids,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Months as `YYYY-MM`, both included. */
  summary(from: string, to: string): Promise<ProgramTotals[]> {
    return this.#query(SUMMARY, [from, to]);
  }

  async #query<Row = StoredRedemption>(sql: string, parameters: unknown[]): Promise<Row[]> {
    const terms = termsAsJson(await this.terms());
    return currentEntityManager().query(sql, [currentOrganizationId(), terms, ...parameters]);
  }
}

const valuesOf = ({ month, program, state }: RedemptionFilter): unknown[] => [
  state ?? null,
  program ?? null,
  month ?? null,
];
