// The statements about which void or refund takes which redemption back. $1 is the organization, $2 an upload.
import { IS_ASKED_ABOUT } from '../results/result-state.ts';

const IS_REVERSAL = `t.side = 'reward' AND t.type IN ('void', 'refund')`;

/** Reversals that are to take something back, and of which nothing is known yet. */
const UNLINKED = `${IS_REVERSAL} AND t.superseded_by IS NULL AND t.amount_cents > 0
  AND NOT EXISTS (SELECT FROM reversals x WHERE x.organization_id = $1 AND x.reversal_id = t.id)`;

/** A row of the upload as a spreadsheet numbers it; of a request body, its place from 1. */
const ROW = 'coalesce(u.row_number, u.position + 1)';

export const UNLINKED_IN = `
  SELECT t.id, ${ROW} AS row FROM transactions t
  JOIN upload_rows u ON u.organization_id = $1 AND u.upload_id = $2 AND u.transaction_id = t.id
  WHERE t.organization_id = $1 AND ${UNLINKED} ORDER BY u.position`;

export const IS_ANY = 'SELECT FROM reversals WHERE organization_id = $1 LIMIT 1';

export const IS_ANY_UNLINKED = `SELECT FROM transactions t WHERE t.organization_id = $1 AND ${UNLINKED} LIMIT 1`;

// Equal values, each for itself, so that a planner can hash them: many rows of a file have the same small amount.
/** Reversals of earlier files that may be about a redemption that the upload has brought or changed. */
export const WAITING_FOR = `
  WITH waiting AS MATERIALIZED (
    SELECT t.id, t.amount_cents, lower(t.reference) AS code, lower(t.invoice_id) AS invoice, t.patient_hashes
    FROM transactions t WHERE t.organization_id = $1 AND ${UNLINKED} AND NOT EXISTS (
      SELECT FROM upload_rows u WHERE u.organization_id = $1 AND u.upload_id = $2 AND u.transaction_id = t.id)
  ), brought AS MATERIALIZED (
    SELECT c.amount_cents, lower(c.reference) AS code, lower(c.invoice_id) AS invoice, c.patient_hashes
    FROM upload_rows u CROSS JOIN LATERAL (
      SELECT * FROM transactions c WHERE c.organization_id = $1 AND c.id = u.transaction_id LIMIT 1) AS c
    WHERE u.organization_id = $1 AND u.upload_id = $2 AND u.recognition <> 'same'
  )
  SELECT w.id FROM waiting w JOIN brought c USING (amount_cents, code)
  UNION
  SELECT w.id FROM waiting w JOIN brought c USING (amount_cents, invoice)
  UNION
  SELECT w.id FROM (SELECT id, amount_cents, unnest(patient_hashes) AS hash FROM waiting) AS w
  JOIN (SELECT amount_cents, unnest(patient_hashes) AS hash FROM brought) AS c USING (amount_cents, hash)`;

// What the engine would look at if all files were one: the same amount, and the same code, invoice or anything of the patient,
// each for itself again. A redemption of which a person has said that it stands is taken back by no reversal that was there by
// then.
/** What the reversals $3 may take back: rows of the upload first, in its order, then the oldest. */
export const CANDIDATES = `
  WITH reversing AS MATERIALIZED (
    SELECT t.id, t.amount_cents, t.program, lower(t.reference) AS code, lower(t.invoice_id) AS invoice, t.patient_hashes,
           brought.created_at
    FROM transactions t JOIN uploads brought ON brought.organization_id = $1 AND brought.id = t.upload_id
    WHERE t.organization_id = $1 AND t.id = ANY ($3)
  ), redeemed AS MATERIALIZED (
    SELECT c.id, c.lineage_id, c.date, c.amount_cents, c.program, lower(c.reference) AS code, lower(c.invoice_id) AS invoice,
           c.patient_hashes
    FROM transactions c
    WHERE c.organization_id = $1 AND c.side = 'reward' AND c.superseded_by IS NULL
      AND c.type IS DISTINCT FROM 'void' AND c.type IS DISTINCT FROM 'refund'
      AND c.amount_cents IN (SELECT amount_cents FROM reversing)
  ), fitting AS (
    SELECT t.id AS reversal_id, c.id FROM reversing t JOIN redeemed c USING (amount_cents, code)
    UNION
    SELECT t.id, c.id FROM reversing t JOIN redeemed c USING (amount_cents, invoice)
    UNION
    SELECT t.id, c.id FROM (SELECT id, amount_cents, unnest(patient_hashes) AS hash FROM reversing) AS t
    JOIN (SELECT id, amount_cents, unnest(patient_hashes) AS hash FROM redeemed) AS c USING (amount_cents, hash)
  )
  SELECT t.id AS "reversalId", c.id, c.lineage_id AS "lineageId", beside.position IS NOT NULL AS "isBeside"
  FROM fitting JOIN reversing t ON t.id = fitting.reversal_id JOIN redeemed c ON c.id = fitting.id
  LEFT JOIN LATERAL (
    SELECT u.position FROM upload_rows u
    WHERE u.organization_id = $1 AND u.upload_id = $2 AND u.transaction_id = c.id ORDER BY u.position LIMIT 1) AS beside ON true
  WHERE (c.program IS NULL OR t.program IS NULL OR c.program = t.program) AND NOT EXISTS (
    SELECT FROM reversals x WHERE x.organization_id = $1 AND x.redemption_id = c.lineage_id
      AND (x.takes_back OR (x.stands AND x.said_at > t.created_at)))
  ORDER BY beside.position NULLS LAST, c.date, c.id`;

// Of several redemptions that fit, those that nobody has spoken of yet go with it: they are still asked about.
/** What a person said of a reversal holds for its later versions, as long as they take the same amount back. */
export const FOLLOW_VERSIONS = `
  UPDATE reversals x SET reversal_id = t.id
  FROM transactions older JOIN transactions t ON t.organization_id = $1 AND t.lineage_id = older.lineage_id
  WHERE x.organization_id = $1 AND older.organization_id = $1 AND older.id = x.reversal_id
    AND EXISTS (
      SELECT FROM reversals said
      WHERE said.organization_id = $1 AND said.reversal_id = x.reversal_id AND said.stands IS NOT NULL)
    AND older.superseded_by IS NOT NULL AND t.superseded_by IS NULL AND ${IS_REVERSAL}
    AND t.amount_cents = older.amount_cents`;

/** Links of reversals that are gone, or corrected since; each with the row of the upload that corrects it, and the newest version of its redemption. */
export const REMOVE_STALE = `
  DELETE FROM reversals x WHERE x.organization_id = $1 AND NOT EXISTS (
    SELECT FROM transactions t WHERE t.organization_id = $1 AND t.id = x.reversal_id AND t.superseded_by IS NULL)
  RETURNING x.redemption_id AS "lineageId", x.takes_back AS "tookBack", ${IS_ASKED_ABOUT} AS "wasAsked", (
    SELECT t.id FROM transactions t WHERE t.organization_id = $1 AND t.superseded_by IS NULL
      AND (t.id = x.redemption_id OR (t.lineage_id = x.redemption_id AND t.version > 1)) LIMIT 1) AS "redemptionId", (
    SELECT ${ROW} FROM transactions older
    JOIN upload_rows u ON u.organization_id = $1 AND u.upload_id = $2 AND u.transaction_id = older.superseded_by
    WHERE older.organization_id = $1 AND older.id = x.reversal_id LIMIT 1) AS row, (
    SELECT t.reference FROM transactions t WHERE t.organization_id = $1 AND t.id = x.redemption_id) AS code`;

/** Other redemptions that the reversal of link $2 may take back, and of which nobody has spoken. */
export const UNTOLD_BESIDE = `
  SELECT y.redemption_id AS "lineageId" FROM reversals x
  JOIN reversals y ON y.organization_id = $1 AND y.reversal_id = x.reversal_id AND y.id <> x.id
  WHERE x.organization_id = $1 AND x.id = $2 AND NOT y.is_certain AND y.stands IS NULL`;

/** Rows of completed jobs about the redemptions $2, in whatever version. */
export const RESULTS_ABOUT = `
  SELECT r.job_id AS "jobId", array_agg(r.id) AS "resultIds" FROM transactions t
  JOIN job_results r ON r.organization_id = $1 AND r.side = 'reward' AND r.subject_id = t.id
  JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id AND j.status = 'completed'
  WHERE t.organization_id = $1 AND (t.id = ANY ($2) OR (t.lineage_id = ANY ($2) AND t.version > 1))
  GROUP BY r.job_id`;

// A run that took one back itself has looked for no sale of it.
const ASK_FOR_SALE = `
  UPDATE job_results r SET reason_codes = '{REDEEMED_NOT_IN_POS}' FROM transactions t
  WHERE r.organization_id = $1 AND r.side = 'reward' AND r.result = 'no_match' AND r.reason_codes = '{}'
    AND t.organization_id = $1 AND t.id = r.subject_id
    AND t.type IS DISTINCT FROM 'void' AND t.type IS DISTINCT FROM 'refund'`;

/** The redemptions $2 stand: where a run had taken one back, its sale is missing there. */
export const ASK_FOR_SALES = `${ASK_FOR_SALE} AND (t.id = ANY ($2) OR (t.lineage_id = ANY ($2) AND t.version > 1))`;

/** The same of redemptions of job $2 that a person upheld while it ran. */
export const ASK_FOR_SALES_IN = `${ASK_FOR_SALE} AND r.job_id = $2 AND t.lineage_id IN (
    SELECT x.redemption_id FROM reversals x WHERE x.organization_id = $1 AND x.stands)
  AND t.lineage_id NOT IN (
    SELECT x.redemption_id FROM reversals x WHERE x.organization_id = $1 AND x.takes_back)`;

/** Of reversals of the upload about which something is known: what of the upload each takes back. */
export const KNOWN_IN = `
  SELECT x.reversal_id AS "reversalId", taken.id AS "redemptionId" FROM reversals x
  LEFT JOIN LATERAL (
    SELECT t.id FROM transactions t
    JOIN upload_rows u ON u.organization_id = $1 AND u.upload_id = $2 AND u.transaction_id = t.id
    WHERE t.organization_id = $1 AND t.lineage_id = x.redemption_id AND (t.id = x.redemption_id OR t.version > 1)
      AND x.takes_back LIMIT 1) AS taken ON true
  WHERE x.organization_id = $1 AND EXISTS (
    SELECT FROM upload_rows u WHERE u.organization_id = $1 AND u.upload_id = $2 AND u.transaction_id = x.reversal_id)`;
