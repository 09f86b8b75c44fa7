// The books of reimbursements as SQL: each redemption and each payment once, in the latest version that files have brought.
// What a payment was said to pay stays as it was said; what it is worth by now says how much of that it still pays.
import {
  IS_TAKEN_BACK,
  IS_WRITTEN_OFF,
  placeJoin,
  REST_CENTS,
  ruleJoin,
  STANDING_DECISION,
  STANDING_REST,
  versionsOf,
} from '../reconciliation/index.ts';

/** Days of a redemption before any rule of its program. */
export const USUAL_DAYS = 30;

const DAY = `(CASE WHEN t.date ~ '^\\d{4}-\\d{2}-\\d{2}' THEN left(t.date, 10)::date END)`;

/** Of a remittance's row `t`: money that was taken back pays nothing. */
const WORTH = `(CASE WHEN t.type IN ('refund', 'void') THEN 0 ELSE t.amount_cents END)`;

/** The remittance rows of a lineage, as `t`. */
const versionsOfPayment = (lineage: string): string =>
  `transactions t WHERE t.organization_id = $1 AND t.side = 'reimbursement' AND t.lineage_id = ${lineage}`;

/**
 * `shares`: what each payment pays of each redemption. One that was corrected to less pays what was settled first, then the
 * oldest redemptions; the others are owed again, by whoever pays them, also once it is corrected to more. Parameter: organization. @param narrowing whole payments, by `s`, what was said of them, in whatever version.
 */
const shares = (narrowing = ''): string => `
  shares AS (
    SELECT s.id AS share_id, brought.lineage_id AS payment_lineage, p.id AS payment_id, p.paid_on,
           redeemed.lineage_id AS redemption_lineage, s.amount_cents AS said_cents,
           greatest(0, least(s.amount_cents, least_since.worth_cents - (sum(s.amount_cents) OVER so_far - s.amount_cents)))::int AS cents
    FROM reimbursed_shares s
    JOIN transactions brought ON brought.organization_id = $1 AND brought.id = s.payment_id
    JOIN transactions redeemed ON redeemed.organization_id = $1 AND redeemed.id = s.redemption_id
    CROSS JOIN LATERAL (
      SELECT t.id, ${DAY} AS paid_on
      FROM ${versionsOfPayment('brought.lineage_id')} ORDER BY t.version DESC LIMIT 1) AS p
    CROSS JOIN LATERAL (
      SELECT min(${WORTH}) AS worth_cents
      FROM ${versionsOfPayment('brought.lineage_id')} AND t.version >= brought.version) AS least_since
    WHERE s.organization_id = $1 AND s.undone_at IS NULL ${narrowing}
    WINDOW so_far AS (PARTITION BY brought.lineage_id ORDER BY s.made_at, redeemed.date, redeemed.lineage_id, s.id)
  )`;

/** Of the payment $2, shares that a correction to less has cut, as they are by now: what it pays from here on is beside these. */
export const CUT_SHARES = `
  WITH ${shares(`
    AND s.payment_id IN (
      SELECT t.id FROM transactions own CROSS JOIN LATERAL (SELECT t.id FROM ${versionsOfPayment('own.lineage_id')}) AS t
      WHERE own.organization_id = $1 AND own.id = $2)`)}
  UPDATE reimbursed_shares s
  SET amount_cents = CASE WHEN cut.cents > 0 THEN cut.cents ELSE s.amount_cents END,
      undone_at = CASE WHEN cut.cents = 0 THEN now() END
  FROM shares cut WHERE s.organization_id = $1 AND s.id = cut.share_id AND cut.cents < cut.said_cents`;

/**
 * By those of the redemptions $2, of whatever version, that payments pay for, what they pay. OFFSET 0 has each looked up by its id: a
 * planner without statistics of new files would read all rows instead. Parameters: organization, redemptions.
 */
export const PAID_CENTS = `
  WITH redemption AS (
    SELECT t.* FROM unnest($2::uuid[]) AS asked (id) CROSS JOIN LATERAL (
      SELECT t.id, t.lineage_id FROM transactions t WHERE t.organization_id = $1 AND t.id = asked.id OFFSET 0) AS t
  ), ${shares(`
    AND s.payment_id IN (
      SELECT t.id FROM (
        SELECT DISTINCT b.lineage_id FROM redemption ${versionsOf('redemption.lineage_id')}
        JOIN reimbursed_shares own ON own.organization_id = $1 AND own.redemption_id = v.id AND own.undone_at IS NULL
        JOIN transactions b ON b.organization_id = $1 AND b.id = own.payment_id) AS paying
      CROSS JOIN LATERAL (SELECT t.id FROM ${versionsOfPayment('paying.lineage_id')}) AS t)`)}
  SELECT redemption.id, sum(shares.cents)::int AS cents
  FROM redemption JOIN shares ON shares.redemption_lineage = redemption.lineage_id GROUP BY redemption.id`;

/** `once`: rewards of completed jobs, and what is owed for them. Parameter: organization. */
const ONCE = `
  rewards AS (
    SELECT DISTINCT ON (r.reward_transaction_id) r.reward_transaction_id AS id, r.program, r.location, r.happened_on,
           r.amount_cents, coalesce(${IS_WRITTEN_OFF}, false) AS is_given_up, ${REST_CENTS} AS rest_cents,
           ${IS_TAKEN_BACK} AS is_taken_back
    FROM job_results r JOIN jobs j ON j.organization_id = r.organization_id AND j.id = r.job_id ${STANDING_DECISION} ${STANDING_REST}
    WHERE r.organization_id = $1 AND r.reward_transaction_id IS NOT NULL AND j.status = 'completed'
    ORDER BY r.reward_transaction_id, j.completed_at DESC, r.id
  ), once AS (
    SELECT DISTINCT ON (t.lineage_id) w.*, t.lineage_id,
           CASE WHEN w.is_given_up OR w.is_taken_back OR t.type IN ('void', 'refund') THEN 0
             ELSE w.amount_cents - w.rest_cents END AS owed_cents
    FROM rewards w JOIN transactions t ON t.organization_id = $1 AND t.id = w.id
    ORDER BY t.lineage_id, t.version DESC
  )`;

/** Those of the redemptions $2, of whatever version, that are written off. */
export const GIVEN_UP = `
  WITH ${ONCE}
  SELECT asked.id FROM transactions asked JOIN once ON once.lineage_id = asked.lineage_id
  WHERE asked.organization_id = $1 AND asked.id = ANY ($2) AND once.is_given_up`;

/**
 * `redemptions`: what is owed, or was paid; of what was voided or written off nothing is owed. Parameters: organization,
 * `termsAsJson`.
 */
export const REDEMPTIONS = `
  WITH ${shares()}, ${ONCE}, paid AS (
    SELECT redemption_lineage, sum(cents)::int AS cents, max(paid_on) AS paid_on,
           (array_agg(payment_id ORDER BY paid_on DESC NULLS LAST, payment_id))[1] AS payment_id,
           json_agg(json_build_object('paymentId', payment_id, 'amountCents', cents, 'paidOn', paid_on)
                    ORDER BY paid_on, payment_id) AS payments
    FROM (
      SELECT redemption_lineage, payment_id, paid_on, sum(cents) AS cents FROM shares
      GROUP BY redemption_lineage, payment_id, paid_on
    ) AS each WHERE cents > 0 GROUP BY redemption_lineage
  ), redemptions AS (
    SELECT r.id, r.lineage_id, coalesce(r.program, 'other') AS program, r.location, r.happened_on,
           r.owed_cents AS amount_cents, r.rest_cents, coalesce(paid.cents, 0) AS paid_cents, paid.payment_id, paid.paid_on,
           coalesce(paid.payments, '[]') AS payments, due.expected_on, told.state,
           CASE WHEN told.state IN ('REIMBURSED_SHORT', 'NOT_REIMBURSED') THEN r.happened_on + rule.claim_window_days END
             AS deadline
    FROM once r ${ruleJoin('$2')} ${placeJoin('$2')}
    LEFT JOIN paid ON paid.redemption_lineage = r.lineage_id
    CROSS JOIN LATERAL (SELECT r.happened_on + coalesce(rule.reimbursement_days, ${USUAL_DAYS}) AS expected_on) AS due
    CROSS JOIN LATERAL (SELECT CASE
      WHEN paid.cents > r.owed_cents THEN 'OVERPAID'
      WHEN paid.cents = r.owed_cents THEN 'REIMBURSED'
      WHEN paid.cents > 0 THEN 'REIMBURSED_SHORT'
      WHEN due.expected_on < local.today THEN 'NOT_REIMBURSED'
      ELSE 'AWAITED' END AS state) AS told
    WHERE r.owed_cents > 0 OR paid.cents > 0
  )`;

/** `payments`: rows of remittances. One that was settled, and pays for less than it is worth by now, is open again. Parameter: organization. */
export const PAYMENTS = `
  WITH ${shares()}, pays AS (
    SELECT payment_lineage, sum(cents)::int AS cents, sum(said_cents - cents)::int AS cut_cents
    FROM shares GROUP BY payment_lineage
  ), latest AS (
    SELECT DISTINCT ON (t.lineage_id) t.*, ${DAY} AS paid_on, ${WORTH} AS worth_cents
    FROM transactions t WHERE t.organization_id = $1 AND t.side = 'reimbursement' ORDER BY t.lineage_id, t.version DESC
  ), payments AS (
    SELECT l.id, l.lineage_id, l.upload_id, l.type, l.program, l.location, l.reference, l.amount_cents, l.paid_on,
           l.worth_cents - coalesce(pays.cents, 0) AS open_cents, told.result,
           CASE WHEN told.result = 'settled' AND pays.cut_cents > 0 THEN said.detail || '; corrected to less since'
             WHEN told.result <> 'waiting' THEN said.detail
             WHEN pays.cents > 0 THEN 'Corrected to more since it was settled' END AS detail,
           CASE WHEN told.result = 'waiting' THEN '{}' ELSE said.reason_codes END AS reason_codes,
           CASE WHEN told.result = 'waiting' THEN '[]' ELSE said.alternatives END AS alternatives,
           said.settled_by, said.read_at
    FROM latest l
    LEFT JOIN pays ON pays.payment_lineage = l.lineage_id
    LEFT JOIN LATERAL (
      SELECT p.* FROM (SELECT t.id, t.version FROM ${versionsOfPayment('l.lineage_id')}) AS v
      JOIN payment_readings p ON p.organization_id = $1 AND p.payment_id = v.id ORDER BY v.version DESC LIMIT 1
    ) AS said ON true
    CROSS JOIN LATERAL (SELECT CASE
      WHEN said.result = 'undone' OR (said.result <> 'settled' AND said.payment_id = l.id) THEN said.result
      WHEN said.result = 'settled' AND l.worth_cents > 0 AND l.worth_cents = pays.cents THEN 'settled'
      ELSE 'waiting' END AS result) AS told
  )`;
