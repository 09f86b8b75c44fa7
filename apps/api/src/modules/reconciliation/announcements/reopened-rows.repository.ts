// Rows that wait for a person again although nobody said so, inside the organization of the open transaction; and those of them
// that stand again, because what opened them is undone.
import type { ReopenedWhy, TransactionField, Verdict } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import { IS_PROPOSED, IS_REVERSED } from '../results/result-state.ts';
import { asksAPerson, LATER_RUNS, withCode } from '../sales/claims-sql.ts';
import type { FoundRow } from '../sales/held-sales.ts';

export interface RowToReopen {
  resultId: string;
  /** Told with the decision that it had. */
  why: ReopenedWhy;
  changedFields: readonly TransactionField[];
  /** Of a pair that the run had matched by itself; of a refunded sale, of every pair. */
  code: 'AMOUNT_DIFF' | 'DUPLICATE_REDEMPTION' | 'REFUND_AFTER_REDEMPTION';
}

/** As the row was before it was opened. */
export interface RowToPutBack extends FoundRow {
  jobId: string;
  resultId: string;
  rewardCents: number;
  givenUpCents: number;
  decision: { verdict: Verdict; isProposed: boolean; chosenIds: string[] } | null;
}

// How a row was is kept where a run corrected its sale: the run may be undone.
const REOPEN = `
  WITH asked AS MATERIALIZED (
    SELECT * FROM json_to_recordset($3) AS asked ("resultId" uuid, why text, "changedFields" text[], code text)
  ), undone AS (
    UPDATE decisions d SET undone_at = now() FROM asked
    WHERE d.organization_id = $1 AND d.result_id = asked."resultId" AND d.undone_at IS NULL RETURNING d.id, d.result_id
  ), told AS (
    INSERT INTO reopened_decisions (organization_id, result_id, decision_id, why, changed_fields)
    SELECT $1, u.result_id, u.id, a.why, a."changedFields" FROM undone u JOIN asked a ON a."resultId" = u.result_id
    ON CONFLICT (organization_id, result_id) DO UPDATE SET decision_id = excluded.decision_id, why = excluded.why,
      changed_fields = excluded.changed_fields
  ), kept AS (
    INSERT INTO corrected_pairs (organization_id, result_id, corrected_by_job_id, decision_id, result, reason_codes)
    SELECT $1, r.id, $4, u.id, r.result, r.reason_codes FROM asked a
    JOIN job_results r ON r.organization_id = $1 AND r.id = a."resultId" LEFT JOIN undone u ON u.result_id = r.id
    WHERE $4::uuid IS NOT NULL
    ON CONFLICT (organization_id, result_id) DO UPDATE SET corrected_by_job_id = excluded.corrected_by_job_id,
      decision_id = excluded.decision_id, result = excluded.result, reason_codes = excluded.reason_codes,
      reopened_at = excluded.reopened_at
  ), reopened AS (
    UPDATE job_results r SET ${asksAPerson('a.code')} FROM asked a
    WHERE r.organization_id = $1 AND r.id = a."resultId" AND r.result = 'match' RETURNING r.id
  ), refunded AS (
    UPDATE job_results r SET ${withCode('a.code')} FROM asked a
    WHERE r.organization_id = $1 AND r.id = a."resultId" AND r.result <> 'match' AND a.code = 'REFUND_AFTER_REDEMPTION'
  ), counted AS (
    UPDATE jobs SET matches_found = matches_found - (SELECT count(*) FROM reopened) WHERE organization_id = $1 AND id = $2
  )
  SELECT (SELECT count(*) FROM undone)::int AS decisions, (SELECT count(*) FROM reopened)::int AS matches`;

// What a person has said or taken back since counts more; so does a later run that has the row.
const TO_PUT_BACK = `
  SELECT r.job_id AS "jobId", r.id AS "resultId", r.side, p.result = 'match' AS "isMatch", r.pos_transaction_ids AS "posIds",
         r.reward_amount_cents AS "rewardCents",
         greatest(coalesce(d.short_cents, 0), r.reward_amount_cents - worth.cents)::int AS "givenUpCents",
         CASE WHEN d.id IS NOT NULL THEN jsonb_build_object(
           'verdict', d.verdict, 'isProposed', ${IS_PROPOSED}, 'chosenIds', d.pos_transaction_ids) END AS decision
  FROM corrected_pairs p
  JOIN jobs correcting ON correcting.organization_id = $1 AND correcting.id = p.corrected_by_job_id
  JOIN job_results r ON r.organization_id = $1 AND r.id = p.result_id
  JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id
    AND (j.undone_at IS NULL OR j.undone_at < p.reopened_at)
  LEFT JOIN decisions d ON d.organization_id = $1 AND d.id = p.decision_id
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(t.amount_cents), 0) AS cents
    FROM unnest(CASE WHEN d.verdict = 're_paired' THEN d.pos_transaction_ids ELSE r.pos_transaction_ids END) AS sale (id)
    JOIN transactions t ON t.organization_id = $1 AND t.id = sale.id) AS worth
  WHERE p.organization_id = $1 AND (correcting.undone_at IS NOT NULL OR EXISTS (
      SELECT FROM unnest(r.pos_transaction_ids || d.pos_transaction_ids) AS had (id)
      JOIN transactions t ON t.organization_id = $1 AND t.id = had.id AND t.lineage_id = ANY ($2)))
    AND NOT ${IS_REVERSED} AND NOT EXISTS (SELECT ${LATER_RUNS})
    AND NOT EXISTS (
      SELECT FROM decisions e WHERE e.organization_id = $1 AND e.result_id = r.id AND e.id IS DISTINCT FROM d.id
        AND greatest(e.decided_at, e.undone_at) > p.reopened_at)
  ORDER BY coalesce(d.decided_at, j.completed_at), r.id`;

const PUT_BACK = `
  WITH back AS (
    DELETE FROM corrected_pairs WHERE organization_id = $1 AND result_id = ANY ($2) RETURNING *
  ), decided AS (
    UPDATE decisions d SET undone_at = NULL FROM back WHERE d.organization_id = $1 AND d.id = back.decision_id
  ), untold AS (
    DELETE FROM reopened_decisions o USING back
    WHERE o.organization_id = $1 AND o.result_id = back.result_id AND o.decision_id = back.decision_id
  ), found AS (
    UPDATE job_results r SET result = back.result, reason_codes = back.reason_codes FROM back
    WHERE r.organization_id = $1 AND r.id = back.result_id RETURNING r.job_id, r.result
  )
  UPDATE jobs j SET matches_found = matches_found + matched.n FROM (
    SELECT job_id, count(*) AS n FROM found WHERE result = 'match' GROUP BY job_id) AS matched
  WHERE j.organization_id = $1 AND j.id = matched.job_id`;

export class ReopenedRowsRepository {
  /**
   * Lets rows of the job wait for a person. @param correctedBy the run whose files did it, where its undo puts them back.
   * @returns how many decisions about them are open again, and how many matches of the run.
   */
  async reopen(
    jobId: string,
    rows: readonly RowToReopen[],
    correctedBy: string | null = null,
  ): Promise<{ decisions: number; matches: number }> {
    const [counts] = await currentEntityManager().query<{ decisions: number; matches: number }[]>(REOPEN, [
      currentOrganizationId(),
      jobId,
      JSON.stringify(rows),
      correctedBy,
    ]);
    return counts!;
  }

  /**
   * What runs that are undone had opened, or any run that has one of these sales, as first seen; of that what nobody has decided
   * about since. What stood first comes first.
   */
  toPutBack(saleIds: readonly string[]): Promise<RowToPutBack[]> {
    return currentEntityManager().query<RowToPutBack[]>(TO_PUT_BACK, [currentOrganizationId(), saleIds]);
  }

  /** Lets rows stand as they did. */
  async putBack(resultIds: readonly string[]): Promise<void> {
    await currentEntityManager().query(PUT_BACK, [currentOrganizationId(), resultIds]);
  }
}
