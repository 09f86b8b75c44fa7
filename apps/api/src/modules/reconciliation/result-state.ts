// Whether something about a result is open, what it costs and until when, as SQL: told on the day it is read, by the
// rules in force on the day of the transaction.
import type { RulePeriod } from '../program-rules/index.ts';

/** Of a match, these say that the two sides disagree about money or place. */
const DISAGREEMENTS = [
  'AMOUNT_DIFF',
  'DUPLICATE_REDEMPTION',
  'INELIGIBLE_PRODUCT',
  'REFUND_AFTER_REDEMPTION',
  'REIMBURSED_SHORT',
  'NOT_REIMBURSED',
  'WRONG_LOCATION',
  'WRONG_PROGRAM',
];

export const STANDING_DECISION = `
  LEFT JOIN decisions d ON d.organization_id = r.organization_id AND d.result_id = r.id AND d.undone_at IS NULL`;

/** Whether another row of the job was re-paired with a POS transaction of this one. */
export const IS_CLAIMED_ELSEWHERE = `EXISTS (
  SELECT FROM decisions e
  WHERE e.organization_id = r.organization_id AND e.job_id = r.job_id AND e.verdict = 're_paired'
    AND e.undone_at IS NULL AND e.result_id <> r.id AND e.pos_transaction_ids && r.pos_transaction_ids)`;

/** For a statement about `job_results r` joined with `d`, its standing decision. @param rules place of `rulesAsJson`. */
export const stateJoin = (rules: string): string => `
  LEFT JOIN json_to_recordset(${rules}::json) AS rule (program text, valid_from date, valid_until date, lag_days integer,
                                               claim_window_days integer, cents_per_point double precision)
    ON rule.program = coalesce(r.program, 'other') AND r.happened_on >= rule.valid_from
    AND (rule.valid_until IS NULL OR r.happened_on < rule.valid_until)
  CROSS JOIN LATERAL (SELECT CASE
    WHEN r.result = 'error' OR d.verdict IN ('approved', 're_paired', 'written_off') THEN NULL
    WHEN d.verdict = 'rejected' OR (r.result = 'no_match' AND r.side = 'reward')
      OR (r.result = 'no_match' AND 'POS_NOT_REDEEMED' = ANY (r.reason_codes) AND NOT ${IS_CLAIMED_ELSEWHERE})
    THEN CASE
      WHEN 'REFUND_AFTER_REDEMPTION' = ANY (r.reason_codes) THEN 'MISMATCHED'
      -- A redemption that was voided asks for nothing.
      WHEN d.verdict IS NULL AND r.reason_codes = '{}' THEN NULL
      WHEN r.happened_on + rule.lag_days >= current_date THEN 'EXPECTED'
      ELSE 'MISSING' END
    WHEN r.result = 'review_required' OR (r.result = 'match' AND r.reason_codes && '{${DISAGREEMENTS.join()}}')
    THEN 'MISMATCHED' END AS state) AS told
  CROSS JOIN LATERAL (SELECT CASE
    WHEN told.state IS NULL THEN 0
    WHEN r.result = 'match' AND d.id IS NULL AND r.difference_cents > 0 THEN r.difference_cents
    ELSE r.amount_cents END AS cents) AS stake`;

export const STATE_COLUMNS = `told.state, stake.cents AS "stakeCents",
  CASE WHEN told.state IS NOT NULL THEN stake.cents / rule.cents_per_point END AS "stakePoints",
  CASE WHEN told.state IS NOT NULL THEN to_char(r.happened_on + rule.claim_window_days, 'YYYY-MM-DD') END AS deadline`;

export const rulesAsJson = (periods: readonly RulePeriod[]): string => JSON.stringify(periods);
