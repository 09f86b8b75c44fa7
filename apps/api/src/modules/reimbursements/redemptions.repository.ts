// Redemptions and what was paid back of them, inside the organization of the open transaction.
import type { Program, ReimbursementState } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { type StateTerms, termsAsJson } from '../reconciliation/index.ts';
import { GIVEN_UP, REDEMPTIONS } from './ledger-sql.ts';

/** What one payment pays of a redemption. */
export interface PaidPart {
  paymentId: string;
  amountCents: number;
  paidOn: string | null;
}

export interface StoredRedemption {
  id: string;
  program: Program;
  location: string | null;
  /** `YYYY-MM-DD`, as the other days. */
  happenedOn: string | null;
  /** What is owed for it: nothing, where it was taken back since it was paid. */
  amountCents: number;
  paidCents: number;
  /** What is not paid of it yet. */
  openCents: number;
  /** What its payments had left out, and somebody wrote off. */
  restCents: number;
  /** The earliest first. */
  payments: PaidPart[];
  /** The latest of them. */
  paymentId: string | null;
  expectedOn: string | null;
  /** The last day to claim what is missing. */
  deadline: string | null;
  paidOn: string | null;
  days: number | null;
  state: ReimbursementState;
}

/** What a payment may name it by. */
export interface UnpaidRedemption extends StoredRedemption {
  reference: string | null;
  /** Its id in the portal. */
  name: string | null;
}

/** That a payment paid redemptions of one day, program and place. */
export interface PaidDay {
  program: Program;
  location: string | null;
  /** `YYYY-MM-DD`, both. */
  happenedOn: string;
  paidOn: string;
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
  overpaid: number;
  overpaidCents: number;
  averageDays: number | null;
}

const COLUMNS = `redemptions.id, redemptions.program, redemptions.location,
  to_char(happened_on, 'YYYY-MM-DD') AS "happenedOn", redemptions.amount_cents AS "amountCents", payment_id AS "paymentId",
  paid_cents AS "paidCents", greatest(0, redemptions.amount_cents - paid_cents) AS "openCents", rest_cents AS "restCents", payments,
  to_char(expected_on, 'YYYY-MM-DD') AS "expectedOn",
  to_char(deadline, 'YYYY-MM-DD') AS deadline, to_char(paid_on, 'YYYY-MM-DD') AS "paidOn", paid_on - happened_on AS days, state`;

const SELECT = `${REDEMPTIONS} SELECT ${COLUMNS} FROM redemptions`;

const UNPAID = `${REDEMPTIONS}
  SELECT ${COLUMNS}, own.reference, own.transaction_id AS name
  FROM redemptions JOIN transactions own ON own.organization_id = $1 AND own.id = redemptions.id
  WHERE paid_cents < redemptions.amount_cents AND happened_on IS NOT NULL ORDER BY happened_on, redemptions.id`;

const PAID_DAYS = `${REDEMPTIONS}
  SELECT DISTINCT redemptions.program, redemptions.location, to_char(happened_on, 'YYYY-MM-DD') AS "happenedOn",
         to_char(shares.paid_on, 'YYYY-MM-DD') AS "paidOn"
  FROM redemptions JOIN shares ON shares.redemption_lineage = redemptions.lineage_id
  WHERE shares.cents > 0 AND redemptions.amount_cents > 0 AND happened_on IS NOT NULL AND shares.paid_on IS NOT NULL`;

const SELECT_ASKED = `${REDEMPTIONS}
  SELECT asked.id AS "askedId", ${COLUMNS} FROM transactions asked JOIN redemptions USING (lineage_id)`;

const NARROWED = `
  WHERE ($3::text IS NULL OR state = $3) AND ($4::text IS NULL OR program = $4)
    AND ($5::text IS NULL OR to_char(happened_on, 'YYYY-MM') = $5)`;

const SUMMARY = `${REDEMPTIONS}
  SELECT program, count(*) FILTER (WHERE amount_cents > 0)::int AS redeemed, sum(amount_cents)::float8 AS "redeemedCents",
         count(*) FILTER (WHERE paid_cents >= amount_cents AND amount_cents > 0)::int AS reimbursed,
         sum(paid_cents)::float8 AS "reimbursedCents",
         count(*) FILTER (WHERE state = 'REIMBURSED_SHORT')::int AS short,
         coalesce(sum(amount_cents - paid_cents) FILTER (WHERE state = 'REIMBURSED_SHORT'), 0)::float8 AS "shortCents",
         count(*) FILTER (WHERE state = 'AWAITED')::int AS awaited,
         coalesce(sum(amount_cents) FILTER (WHERE state = 'AWAITED'), 0)::float8 AS "awaitedCents",
         count(*) FILTER (WHERE state = 'NOT_REIMBURSED')::int AS overdue,
         coalesce(sum(amount_cents) FILTER (WHERE state = 'NOT_REIMBURSED'), 0)::float8 AS "overdueCents",
         count(*) FILTER (WHERE state = 'OVERPAID')::int AS overpaid,
         coalesce(sum(paid_cents - amount_cents) FILTER (WHERE state = 'OVERPAID'), 0)::float8 AS "overpaidCents",
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

  /** Something of them is not paid, and they have a day: the oldest first. */
  unpaid(): Promise<UnpaidRedemption[]> {
    return this.#query<UnpaidRedemption>(UNPAID, []);
  }

  /** Of each program and place, the days of which payments with a day paid something. */
  paidDays(): Promise<PaidDay[]> {
    return this.#query<PaidDay>(PAID_DAYS, []);
  }

  /** By those of `ids` that there are, of whatever version, the redemption; the oldest first. */
  async findAll(ids: readonly string[]): Promise<Map<string, StoredRedemption>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#query<StoredRedemption & { askedId: string }>(
      `${SELECT_ASKED} WHERE asked.organization_id = $1 AND asked.id = ANY ($3) ORDER BY happened_on, redemptions.id`,
      [ids],
    );
    return new Map(rows.map(({ askedId, ...redemption }) => [askedId, redemption]));
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
