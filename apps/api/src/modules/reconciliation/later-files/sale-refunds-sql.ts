// The statements about which refund or void of a till takes what of which sale back, in whichever files they came. $1 is the
// organization. What is looked for comes as lists: a planner without statistics of a new file would read every sale instead.

import { HAS_SEVERAL_SALES } from '../results/results-sql.ts';
import { IS_STANDING, versionsOf } from '../sales/claims-sql.ts';

const isReversal = (row: string): string => `${row}.type IN ('void', 'refund')`;

/** A row of a till as far as it tells whether it may be about another. */
const atTill = (row: string): string => `
  ${row}.id, ${row}.lineage_id AS "lineageId", ${row}.amount_cents AS "amountCents", ${row}.date,
  ${row}.identity, ${row}.code_key AS code, ${row}.invoice_key AS invoice, coalesce(${row}.patient_hashes, '{}') AS hashes,
  ${row}.service, ${row}.provider, ${row}.location`;

/** Every refund and void, in every version. */
export const REFUNDS = `
  SELECT ${atTill('own')} FROM transactions own
  WHERE own.organization_id = $1 AND own.side = 'pos' AND ${isReversal('own')} AND own.amount_cents > 0`;

// Each condition apart: only a list of its own keeps each index in use, and a condition on the whole array keeps all of them out.
const SALES_OF = [
  'c.invoice_key = ANY ($4::text[])',
  'c.amount_cents = ANY ($2::integer[]) AND c.code_key = ANY ($3::text[])',
  ...[1, 2, 3, 4].map(
    (place) => `c.amount_cents = ANY ($2::integer[]) AND c.patient_hashes[${place}] = ANY ($5::bigint[])`,
  ),
  `c.amount_cents = ANY ($2::integer[]) AND cardinality(c.patient_hashes) > 4 AND c.patient_hashes && $5::bigint[]`,
];

const IS_SALE = `c.side = 'pos' AND c.amount_cents > 0
    AND NOT coalesce(${isReversal('c')} OR c.type = 'reimbursement', false)`;

/** All versions of a row have its number, and the one that is held is found by it. */
const SALES_OF_NUMBERS = `
  SELECT ${atTill('c')} FROM (
    SELECT h.lineage_id FROM transactions h
    WHERE h.organization_id = $1 AND h.side = 'pos' AND h.identity = ANY ($6::uuid[]) AND h.superseded_by IS NULL OFFSET 0) AS h
  ${versionsOf('h.lineage_id')} JOIN transactions c ON c.organization_id = $1 AND c.id = v.id
  WHERE ${IS_SALE}`;

/**
 * Sales, in every version, that refunds of the amounts $2, codes $3, invoices $4, patients' hashes $5 and numbers $6 may be about:
 * of the same amount, and the same code or anything of the patient, or of the same invoice or number, of which a refund may be a
 * part. Some come twice.
 */
export const SALES_LIKE = [
  ...SALES_OF.map(
    (isLike) => `
  SELECT ${atTill('c')} FROM transactions c WHERE c.organization_id = $1 AND ${IS_SALE} AND ${isLike}`,
  ),
  SALES_OF_NUMBERS,
].join(' UNION ALL ');

export const LINKS = `
  SELECT x.reversal_id AS "reversalId", own.lineage_id AS "refundLineageId", x.sale_id AS "saleId", x.cents,
         x.fits_other AS "fitsOther"
  FROM sale_refunds x JOIN transactions own ON own.organization_id = $1 AND own.id = x.reversal_id
  WHERE x.organization_id = $1`;

// OFFSET 0 keeps the look-up by row apart from that of files and runs: a planner that has no statistics of a new one would read
// all its rows for each.
const uploadsOf = (id: string): string => `(
  SELECT u.upload_id FROM upload_rows u WHERE u.organization_id = $1 AND u.transaction_id = ${id} OFFSET 0) AS u`;

/** Of the lineages $3, those that the file of job $2 has, in whatever version. */
export const IN_FILE_OF = `
  SELECT asked.id FROM unnest($3::uuid[]) AS asked (id)
  WHERE EXISTS (
    SELECT FROM (SELECT) AS one ${versionsOf('asked.id')} CROSS JOIN LATERAL ${uploadsOf('v.id')}
    WHERE u.upload_id = (SELECT j.pos_upload_id FROM jobs j WHERE j.organization_id = $1 AND j.id = $2))`;

const isReadAs = (has: string): string => `EXISTS (
  SELECT FROM (SELECT n.job_id FROM job_results n WHERE n.organization_id = $1 AND ${has} OFFSET 0) AS n
  JOIN jobs m ON m.organization_id = $1 AND m.id = n.job_id AND ${IS_STANDING})`;

/** Of each of the lineages $2, the newest version that runs which stand have read, and the files of theirs that have it. */
export const STANDING = `
  WITH several AS MATERIALIZED (
    SELECT unnest(r.pos_transaction_ids) AS id FROM job_results r
    JOIN jobs m ON m.organization_id = $1 AND m.id = r.job_id AND ${IS_STANDING}
    WHERE r.organization_id = $1 AND r.side = 'reward' AND ${HAS_SEVERAL_SALES}
  ), read_uploads AS MATERIALIZED (
    SELECT m.pos_upload_id AS id FROM jobs m WHERE m.organization_id = $1 AND ${IS_STANDING}
  )
  SELECT asked.id AS "lineageId", newest.id, ARRAY (
    SELECT u.upload_id FROM ${uploadsOf('newest.id')} WHERE u.upload_id IN (SELECT id FROM read_uploads)) AS "uploadIds"
  FROM unnest($2::uuid[]) AS asked (id) CROSS JOIN LATERAL (
    SELECT v.id FROM (SELECT) AS one ${versionsOf('asked.id')}
    WHERE ${isReadAs('n.subject_id = v.id')} OR ${isReadAs('n.pos_transaction_ids[1] = v.id')}
      OR v.id IN (SELECT id FROM several)
    ORDER BY v.version DESC LIMIT 1) AS newest`;

export const REMOVE = `
  DELETE FROM sale_refunds x USING unnest($2::uuid[], $3::uuid[]) AS gone (reversal_id, sale_id)
  WHERE x.organization_id = $1 AND x.reversal_id = gone.reversal_id AND x.sale_id = gone.sale_id`;

export const ADD = `
  INSERT INTO sale_refunds (organization_id, reversal_id, sale_id, cents, fits_other)
  SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::integer[], $5::boolean[])`;
