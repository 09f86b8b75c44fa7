// Rows of results with the decisions that stand, inside the organization of the open transaction.
import type { ExceptionCode, ExplanationWire, Recommendation, Result, Verdict } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { narrowingOf, type ResultFilter } from './result-filter.ts';

export interface StoredResult {
  id: string;
  position: number;
  result: Result;
  matchProbability: number;
  recommendation: Recommendation;
  rewardTransactionId: string | null;
  posTransactionIds: string[];
  explanation: ExplanationWire | null;
  runnerUp: { match_probability: number; pos_transaction_id: string; detail: string } | null;
  reasonCodes: ExceptionCode[];
  decision: StoredDecision | null;
}

/** As jsonb builds it. */
export interface StoredDecision {
  id: string;
  verdict: Verdict;
  note: string | null;
  /** ISO 8601. */
  decidedAt: string;
  /** Null for someone who is no longer a member. */
  decidedBy: string | null;
}

/** Counts and cents of a job's rewards by their outcome: what was decided, else what the run found. */
export interface ResultTotals {
  matches: number;
  reviews: number;
  noMatches: number;
  errors: number;
  /** Before any decision. */
  matchesFound: number;
  reviewsFound: number;
  noMatchesFound: number;
  unclaimedPos: number;
  rewardCents: number;
  matchedCents: number;
  reviewCents: number;
  unmatchedCents: number;
}

const COLUMNS = `position, result, match_probability, recommendation, reward_transaction_id, pos_transaction_ids,
  reward_amount_cents, explanation, runner_up, reason_codes`;

const INSERT = `
  INSERT INTO job_results (organization_id, id, job_id, ${COLUMNS})
  SELECT $1, gen_random_uuid(), $2, ${COLUMNS}
  FROM json_to_recordset($3) AS batch (
    position integer, result text, match_probability double precision, recommendation text,
    reward_transaction_id uuid, pos_transaction_ids uuid[], reward_amount_cents integer, explanation jsonb,
    runner_up jsonb, reason_codes text[])
  ON CONFLICT (organization_id, job_id, position) DO NOTHING`;

const STANDING_DECISION = `
  LEFT JOIN decisions d ON d.organization_id = r.organization_id AND d.result_id = r.id AND d.undone_at IS NULL`;

const SELECT = `
  SELECT r.id, r.position, r.result, r.match_probability AS "matchProbability", r.recommendation,
         r.reward_transaction_id AS "rewardTransactionId", r.pos_transaction_ids AS "posTransactionIds",
         r.explanation, r.runner_up AS "runnerUp", r.reason_codes AS "reasonCodes",
         CASE WHEN d.id IS NOT NULL THEN jsonb_build_object(
           'id', d.id, 'verdict', d.verdict, 'note', d.note, 'decidedAt', d.decided_at, 'decidedBy', u.display_name
         ) END AS decision
  FROM job_results r ${STANDING_DECISION}
  LEFT JOIN users u ON u.id = d.decided_by
  WHERE r.organization_id = $1 AND r.job_id = $2`;

const OUTCOME = `CASE d.verdict WHEN 'approved' THEN 'match' WHEN 'rejected' THEN 'no_match' ELSE r.result END`;

const TOTALS = `
  SELECT count(*) FILTER (WHERE outcome = 'match')::int AS matches,
         count(*) FILTER (WHERE outcome = 'review_required')::int AS reviews,
         count(*) FILTER (WHERE outcome = 'no_match' AND is_reward)::int AS "noMatches",
         count(*) FILTER (WHERE outcome = 'error')::int AS errors,
         count(*) FILTER (WHERE result = 'match')::int AS "matchesFound",
         count(*) FILTER (WHERE result = 'review_required')::int AS "reviewsFound",
         count(*) FILTER (WHERE result = 'no_match' AND is_reward)::int AS "noMatchesFound",
         count(*) FILTER (WHERE NOT is_reward)::int AS "unclaimedPos",
         coalesce(sum(cents), 0)::float8 AS "rewardCents",
         coalesce(sum(cents) FILTER (WHERE outcome = 'match'), 0)::float8 AS "matchedCents",
         coalesce(sum(cents) FILTER (WHERE outcome = 'review_required'), 0)::float8 AS "reviewCents",
         coalesce(sum(cents) FILTER (WHERE outcome = 'no_match'), 0)::float8 AS "unmatchedCents"
  FROM (
    SELECT r.result, ${OUTCOME} AS outcome, r.reward_amount_cents AS cents,
           r.reward_transaction_id IS NOT NULL AS is_reward
    FROM job_results r ${STANDING_DECISION}
    WHERE r.organization_id = $1 AND r.job_id = $2
  ) AS rows`;

export class ResultsRepository {
  /**
   * Of two runs that write the same job at once, the second waits here for the first and then adds nothing.
   * @param json an array of rows, as `resultRows` makes them.
   */
  async addBatch(jobId: string, json: string): Promise<void> {
    await currentEntityManager().query(INSERT, [currentOrganizationId(), jobId, json]);
  }

  async count(jobId: string, filter: ResultFilter): Promise<number> {
    const { conditions, parameters, prelude } = narrowingOf(filter, 2);
    const [row] = await currentEntityManager().query<{ count: number }[]>(
      `${prelude} SELECT count(*)::int AS count FROM job_results r
       WHERE r.organization_id = $1 AND r.job_id = $2 ${conditions}`,
      [currentOrganizationId(), jobId, ...parameters],
    );
    return row!.count;
  }

  /** In the order of the report. */
  async page(jobId: string, filter: ResultFilter, limit: number, offset: number): Promise<StoredResult[]> {
    const { conditions, parameters, prelude } = narrowingOf(filter, 4);
    return currentEntityManager().query<StoredResult[]>(
      `${prelude} ${SELECT} ${conditions} ORDER BY r.position LIMIT $3 OFFSET $4`,
      [currentOrganizationId(), jobId, limit, offset, ...parameters],
    );
  }

  /** The next ones after `position`; none means the end. */
  async pageAfter(jobId: string, position: number, limit: number): Promise<StoredResult[]> {
    return currentEntityManager().query<StoredResult[]>(
      `${SELECT} AND r.position > $3 ORDER BY r.position LIMIT $4`,
      [currentOrganizationId(), jobId, position, limit],
    );
  }

  async find(jobId: string, resultId: string): Promise<StoredResult | undefined> {
    const [row] = await currentEntityManager().query<StoredResult[]>(`${SELECT} AND r.id = $3`, [
      currentOrganizationId(),
      jobId,
      resultId,
    ]);
    return row;
  }

  async totals(jobId: string): Promise<ResultTotals> {
    const [row] = await currentEntityManager().query<ResultTotals[]>(TOTALS, [
      currentOrganizationId(),
      jobId,
    ]);
    return row!;
  }
}
