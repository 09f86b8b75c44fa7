// The books of reimbursements as SQL: each redemption and each payment once, whichever of its versions files have brought.
import {
  IS_TAKEN_BACK,
  IS_WRITTEN_OFF,
  placeJoin,
  ruleJoin,
  STANDING_DECISION,
} from '../reconciliation/index.ts';

/** Days of a redemption before any rule of its program. */
export const USUAL_DAYS = 30;

const DAY = `(CASE WHEN t.date ~ '^\\d{4}-\\d{2}-\\d{2}' THEN left(t.date, 10)::date END)`;

/** `once`: rewards of completed jobs. Of its versions the paid one counts, else the latest. Parameter: organization. */
const ONCE = `
  WITH rewards AS (
    SELECT DISTINCT ON (r.reward_transaction_id) r.reward_transaction_id AS id, r.program, r.location, r.happened_on,
           r.amount_cents, coalesce(${IS_WRITTEN_OFF}, false) AS is_given_up, ${IS_TAKEN_BACK} AS is_taken_back
    FROM job_results r JOIN jobs j ON j.organization_id = r.organization_id AND j.id = r.job_id ${STANDING_DECISION}
    WHERE r.organization_id = $1 AND r.reward_transaction_id IS NOT NULL AND j.status = 'completed'
    ORDER BY r.reward_transaction_id, j.completed_at DESC, r.id
  ), once AS (
    SELECT DISTINCT ON (t.lineage_id) w.*, t.type, s.payment_id, s.amount_cents AS paid_cents
    FROM rewards w JOIN transactions t ON t.organization_id = $1 AND t.id = w.id
    LEFT JOIN reimbursed_shares s ON s.organization_id = $1 AND s.redemption_id = w.id AND s.undone_at IS NULL
    ORDER BY t.lineage_id, (s.payment_id IS NOT NULL) DESC, t.version DESC
  )`;

/** Those of the redemptions $2 that are written off. */
export const GIVEN_UP = `${ONCE}
  SELECT id FROM once WHERE id = ANY ($2) AND is_given_up AND payment_id IS NULL`;

/** `redemptions`: what of `once` was not voided or written off. Parameters: organization, `termsAsJson`. */
export const REDEMPTIONS = `${ONCE}, redemptions AS (
    SELECT r.id, coalesce(r.program, 'other') AS program, r.location, r.happened_on, r.amount_cents, r.payment_id,
           r.paid_cents, r.happened_on + coalesce(rule.reimbursement_days, ${USUAL_DAYS}) AS expected_on, ${DAY} AS paid_on,
           CASE
             WHEN r.payment_id IS NOT NULL AND r.paid_cents < r.amount_cents THEN 'REIMBURSED_SHORT'
             WHEN r.payment_id IS NOT NULL THEN 'REIMBURSED'
             WHEN r.happened_on + coalesce(rule.reimbursement_days, ${USUAL_DAYS}) < local.today THEN 'NOT_REIMBURSED'
             ELSE 'AWAITED' END AS state
    FROM once r ${ruleJoin('$2')} ${placeJoin('$2')}
    LEFT JOIN transactions t ON t.organization_id = $1 AND t.id = r.payment_id
    WHERE r.amount_cents > 0
      AND (r.payment_id IS NOT NULL OR NOT (r.is_given_up OR r.is_taken_back OR coalesce(r.type, '') IN ('void', 'refund')))
  )`;

/** `payments`: rows of remittances. Of its versions the settled one counts, else the latest. Parameter: organization. */
export const PAYMENTS = `
  WITH payments AS (
    SELECT DISTINCT ON (t.lineage_id) t.id, t.upload_id, t.type, t.program, t.location, t.amount_cents, ${DAY} AS paid_on,
           coalesce(p.result, 'waiting') AS result, p.detail, coalesce(p.reason_codes, '{}') AS reason_codes,
           coalesce(p.short_cents, 0) AS short_cents, coalesce(p.alternatives, '[]') AS alternatives, p.settled_by, p.read_at
    FROM transactions t LEFT JOIN payment_readings p ON p.organization_id = $1 AND p.payment_id = t.id
    WHERE t.organization_id = $1 AND t.side = 'reimbursement'
    ORDER BY t.lineage_id, (p.result IN ('settled', 'undone')) DESC NULLS LAST, t.version DESC
  )`;
