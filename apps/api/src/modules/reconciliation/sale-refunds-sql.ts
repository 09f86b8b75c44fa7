// The statements about which refund or void of a till takes what of which sale back, in whichever files they came. $1 is the
// organization, $2 a run that may be about to end, or null.
import { READ_OF_POS, STANDS, versionsOf } from './claims-sql.ts';

const isReversal = (row: string): string => `${row}.type IN ('void', 'refund')`;

// OFFSET 0 keeps the look-up by row apart from that of runs: a planner that has no statistics of a new run would read all its
// rows for each.
const isReadByStanding = (id: string): string => `EXISTS (
  SELECT FROM (SELECT n.job_id FROM job_results n WHERE n.organization_id = $1 AND n.subject_id = ${id} OFFSET 0) AS n
  JOIN jobs m ON m.organization_id = $1 AND m.id = n.job_id AND (${STANDS}))`;

/** Of the versions of `lineage` that runs which stand have read, the newest. */
const newestRead = (lineage: string): string => `(
  SELECT v.id FROM (SELECT) AS one ${versionsOf(lineage)} WHERE ${isReadByStanding('v.id')} ORDER BY v.version DESC LIMIT 1)`;

/** Refunds that no run which stands has read any more, or that one has read in a newer version; each with its sale. */
export const STALE = `
  SELECT x.reversal_id AS "reversalId", x.sale_id AS "saleId" FROM sale_refunds x
  JOIN transactions own ON own.organization_id = $1 AND own.id = x.reversal_id
  WHERE x.organization_id = $1 AND ${newestRead('own.lineage_id')} IS DISTINCT FROM own.id`;

export const REMOVE = `
  DELETE FROM sale_refunds x USING unnest($2::uuid[], $3::uuid[]) AS stale (reversal_id, sale_id)
  WHERE x.organization_id = $1 AND x.reversal_id = stale.reversal_id AND x.sale_id = stale.sale_id`;

/** Refunds `own` that take nothing back yet. */
const UNLINKED = `own.side = 'pos' AND ${isReversal('own')} AND own.amount_cents > 0
  AND own.id NOT IN (SELECT x.reversal_id FROM sale_refunds x WHERE x.organization_id = $1)`;

/** Those of them that runs which stand have read, in the version that counts, with what tells their sales. */
export const PENDING = `
  SELECT own.id, own.amount_cents AS "amountCents", lower(own.reference) AS code, lower(own.invoice_id) AS invoice,
         own.patient_hashes AS hashes
  FROM transactions own
  WHERE own.organization_id = $1 AND ${UNLINKED} AND ${newestRead('own.lineage_id')} = own.id`;

/** The patient of `row` has one of the hashes. Each place apart: a planner hashes a list, but compares two arrays entry by entry. */
const hasAnyHash = (row: string, hashes: string): string => `(
  ${[1, 2, 3, 4].map((place) => `${row}.patient_hashes[${place}] = ANY (${hashes})`).join(' OR ')}
  OR (cardinality(${row}.patient_hashes) > 4 AND ${row}.patient_hashes && ${hashes}))`;

// What the engine would look at if all files were one: the same amount, and the same code, invoice or anything of the patient,
// each for itself, so that a planner can hash them; and whatever the invoice has beside, of which a refund may be a part. What is
// looked for comes as lists: a planner without statistics of a new file would hash all its sales to find those of a few refunds.
/**
 * What the refunds $3 may take, where the run has read either; of a run that has read both its sales first. Of them all, $4 are the
 * amounts, $5 the codes, $6 the invoices and $7 the patients' hashes.
 */
export const CANDIDATES = `
  WITH ${READ_OF_POS}, reversing AS MATERIALIZED (
    SELECT own.id, own.amount_cents, lower(own.reference) AS code, lower(own.invoice_id) AS invoice, own.patient_hashes,
           read.id IS NOT NULL AS is_here
    FROM transactions own LEFT JOIN read ON read.id = own.id
    WHERE own.organization_id = $1 AND own.id = ANY ($3)
  ), sold AS MATERIALIZED (
    SELECT c.id, c.lineage_id, c.date, c.amount_cents, lower(c.reference) AS code, lower(c.invoice_id) AS invoice,
           c.patient_hashes
    FROM transactions c
    WHERE c.organization_id = $1 AND c.side = 'pos' AND c.superseded_by IS NULL
      AND NOT coalesce(${isReversal('c')} OR c.type = 'reimbursement', false)
      AND ((c.amount_cents = ANY ($4::integer[])
          AND (lower(c.reference) = ANY ($5::text[]) OR ${hasAnyHash('c', '$7::bigint[]')}))
        OR lower(c.invoice_id) = ANY ($6::text[]))
  ), fitting AS (
    SELECT t.id AS reversal_id, c.id FROM reversing t JOIN sold c USING (amount_cents, code)
    UNION
    SELECT t.id, c.id FROM reversing t JOIN sold c USING (invoice)
    UNION
    SELECT t.id, c.id FROM (SELECT id, amount_cents, unnest(patient_hashes) AS hash FROM reversing) AS t
    JOIN (SELECT id, amount_cents, unnest(patient_hashes) AS hash FROM sold) AS c USING (amount_cents, hash)
  )
  SELECT t.id AS "reversalId", c.id, c.lineage_id AS "lineageId", t.is_here AND read.id IS NOT NULL AS "isBeside"
  FROM fitting JOIN reversing t ON t.id = fitting.reversal_id JOIN sold c ON c.id = fitting.id
  LEFT JOIN read ON read.id = c.id
  WHERE (t.is_here OR read.id IS NOT NULL) AND c.amount_cents > (
    SELECT coalesce(sum(x.cents), 0) FROM sale_refunds x WHERE x.organization_id = $1 AND x.sale_id = c.lineage_id)
  ORDER BY "isBeside" DESC, c.date, c.id`;

export const ADD = `
  INSERT INTO sale_refunds (organization_id, reversal_id, sale_id, cents)
  SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::integer[])`;
