// What lies in a month of the books, and what of it is open; inside the organization of the open transaction.
import type { ExceptionCode, Program, ResultState, UploadSide } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import {
  AWAITS_APPROVAL,
  CLAIMS,
  COUNTS_AS_WRITTEN_OFF,
  givenUpWithRewards,
  IS_SHOWN,
  LATER_RUNS,
  OUTCOME,
  PROPOSED_CENTS,
  PROPOSED_REST_CENTS,
  REST_CENTS,
  REWARD_CENTS,
  STANDING_DECISION,
  STATE_COLUMNS,
  type StateTerms,
  stateJoin,
  termsAsJson,
  WRITTEN_OFF_CENTS,
} from '../reconciliation/index.ts';
import type { PeriodScope } from './period.ts';

export interface PeriodTotals {
  rewards: number;
  rewardCents: number;
  matched: number;
  matchedCents: number;
  writtenOff: number;
  writtenOffCents: number;
  proposed: number;
  proposedCents: number;
  open: number;
  openCents: number;
  /** Stands for exactly what is open. */
  openDigest: string;
}

export interface OpenItem {
  jobId: string;
  resultId: string;
  side: UploadSide;
  program: Program | null;
  location: string | null;
  happenedOn: string;
  state: ResultState;
  stakeCents: number;
  deadline: string | null;
  reasonCodes: ExceptionCode[];
  isProposed: boolean;
}

/** Days around a month in which a reward may have claimed one of its sales. */
const CLAIM_DAYS = 120;

/** A later job has a version of the row that may be of another day, program or location. */
const WAS_CORRECTED = `(t.version > 1 OR t.superseded_by IS NOT NULL) AND EXISTS (SELECT ${LATER_RUNS})`;

// Of a row that several jobs have read, the latest counts, in its latest version; so do the claims of a reward. A sale that
// one job left over may belong to a reward of another: programs are often reconciled one by one against the same sales. It is
// then that reward's, also where somebody had written it off: money that was found is not lost, and counts once. Written off
// with its reward, it is the same money. MATERIALIZED and NOT IN: a planner that expects few rows would otherwise work out anew
// for each row what all the others have.
const ROWS = `
  WITH completed AS (
    SELECT id, completed_at FROM jobs WHERE organization_id = $1 AND status = 'completed'
  ), rewards AS (
    SELECT DISTINCT ON (t.lineage_id) r.*
    FROM job_results r JOIN completed j ON j.id = r.job_id
    JOIN transactions t ON t.organization_id = $1 AND t.id = r.reward_transaction_id
    WHERE r.organization_id = $1 AND r.side = 'reward'
      AND r.happened_on BETWEEN $2::date - ${CLAIM_DAYS} AND $2::date + 31 + ${CLAIM_DAYS}
      AND NOT (${WAS_CORRECTED})
    ORDER BY t.lineage_id, j.completed_at DESC, r.id
  ), claimed AS (
    SELECT DISTINCT sale.lineage_id FROM rewards r ${STANDING_DECISION}
    CROSS JOIN LATERAL unnest(${CLAIMS}) AS claim (id)
    JOIN transactions sale ON sale.organization_id = $1 AND sale.id = claim.id
  ), given AS MATERIALIZED (${givenUpWithRewards('rewards', 'lineage_id')}
  ), latest AS (
    SELECT DISTINCT ON (t.lineage_id) r.*, t.lineage_id
    FROM job_results r JOIN completed j ON j.id = r.job_id
    JOIN transactions t ON t.organization_id = $1 AND t.id = r.subject_id
    WHERE r.organization_id = $1 AND r.result <> 'error' AND ${IS_SHOWN}
      AND r.happened_on >= $2::date AND r.happened_on < $2::date + interval '1 month'
      AND ($3::text IS NULL OR lower(btrim(r.location)) = lower(btrim($3)))
      AND ($4::text IS NULL OR coalesce(r.program, 'other') = $4)
      AND NOT (${WAS_CORRECTED})
    ORDER BY t.lineage_id, j.completed_at DESC, r.id
  ), told AS (
    SELECT r.id, r.job_id, r.side, r.program, r.location, r.happened_on, r.reason_codes,
           ${REWARD_CENTS} AS reward_cents, ${OUTCOME} AS outcome, ${STATE_COLUMNS},
           coalesce(${COUNTS_AS_WRITTEN_OFF}, false) AS is_written_off, ${WRITTEN_OFF_CENTS} AS written_off_cents, coalesce(${AWAITS_APPROVAL}, false) AS is_proposed,
           ${PROPOSED_CENTS} AS proposed_cents, ${REST_CENTS} AS rest_cents, ${PROPOSED_REST_CENTS} AS proposed_rest_cents
    FROM latest r ${STANDING_DECISION} ${stateJoin('$5')}
    LEFT JOIN given ON r.side = 'pos' AND given.sale_id = r.lineage_id
    WHERE r.side = 'reward' OR r.lineage_id NOT IN (SELECT lineage_id FROM claimed)
  )`;

const TOTALS = `${ROWS}
  SELECT count(*) FILTER (WHERE side = 'reward')::int AS rewards,
         coalesce(sum(reward_cents), 0)::float8 AS "rewardCents",
         count(*) FILTER (WHERE side = 'reward' AND outcome = 'match')::int AS matched,
         coalesce(sum(reward_cents - rest_cents) FILTER (WHERE outcome = 'match'), 0)::float8 AS "matchedCents",
         (count(*) FILTER (WHERE is_written_off) + count(*) FILTER (WHERE rest_cents > 0))::int AS "writtenOff",
         (coalesce(sum(written_off_cents) FILTER (WHERE is_written_off), 0) + coalesce(sum(rest_cents), 0))::float8
           AS "writtenOffCents",
         (count(*) FILTER (WHERE is_proposed) + count(*) FILTER (WHERE proposed_rest_cents > 0))::int AS proposed,
         (coalesce(sum(proposed_cents) FILTER (WHERE is_proposed), 0) + coalesce(sum(proposed_rest_cents), 0))::float8
           AS "proposedCents",
         count(state)::int AS open, coalesce(sum("stakeCents") FILTER (WHERE state IS NOT NULL), 0)::float8 AS "openCents",
         encode(sha256(convert_to(coalesce(string_agg(
           concat_ws(' ', id, state, "stakeCents", is_proposed), ',' ORDER BY id) FILTER (WHERE state IS NOT NULL), ''),
           'UTF8')), 'hex') AS "openDigest"
  FROM told`;

const OPEN_ITEMS = `${ROWS}
  SELECT job_id AS "jobId", id AS "resultId", side, program, location, to_char(happened_on, 'YYYY-MM-DD') AS "happenedOn",
         state, "stakeCents", deadline, reason_codes AS "reasonCodes", is_proposed AS "isProposed"
  FROM told WHERE state IS NOT NULL ORDER BY "stakeCents" DESC, happened_on, id LIMIT $6`;

const OPEN_IDS = `${ROWS} SELECT id FROM told WHERE state IS NOT NULL ORDER BY id`;

export class PeriodBooksRepository {
  async totals(scope: PeriodScope, terms: StateTerms): Promise<PeriodTotals> {
    const [row] = await currentEntityManager().query<PeriodTotals[]>(TOTALS, parametersOf(scope, terms));
    return row!;
  }

  /** The dearest first. */
  async openItems(scope: PeriodScope, terms: StateTerms, limit: number): Promise<OpenItem[]> {
    return currentEntityManager().query(OPEN_ITEMS, [...parametersOf(scope, terms), limit]);
  }

  async openIds(scope: PeriodScope, terms: StateTerms): Promise<string[]> {
    const rows = await currentEntityManager().query<{ id: string }[]>(OPEN_IDS, parametersOf(scope, terms));
    return rows.map(({ id }) => id);
  }
}

const parametersOf = ({ location, month, program }: PeriodScope, terms: StateTerms): unknown[] => [
  currentOrganizationId(),
  `${month}-01`,
  location?.name ?? null,
  program,
  termsAsJson(terms),
];
