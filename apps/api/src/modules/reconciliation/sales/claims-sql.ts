// Which run counts of several that have read the same rows, and what rewards have of a sale over all of them, as SQL. $1 is
// the organization. Re-runs and runs of other programs read the same files again: of each transaction the latest run counts.
import { STANDING_DECISION } from '../results/result-state.ts';
import { CLAIMS, HAS_SEVERAL_SALES } from '../results/results-sql.ts';

export const HOLD_CLAIMS = "SELECT pg_advisory_xact_lock(hashtextextended('claims ' || $1::text, 0))";

/** The versions of a lineage, as `v`: the first has its id. */
export const versionsOf = (lineage: string): string => `
  CROSS JOIN LATERAL (
    SELECT t.id, t.version, t.type, t.amount_cents FROM transactions t WHERE t.organization_id = $1 AND t.id = ${lineage}
    UNION ALL
    SELECT t.id, t.version, t.type, t.amount_cents FROM transactions t
    WHERE t.organization_id = $1 AND t.lineage_id = ${lineage} AND t.version > 1) AS v`;

/** Whether a run `m` that is meant has read sale `v`: in a row of its own, as the first sale of a reward, or as one of several. */
const isReadBy = (isMeant: string): string => {
  const having = (has: string): string => `EXISTS (
      SELECT FROM job_results n JOIN jobs m ON m.organization_id = $1 AND m.id = n.job_id AND (${isMeant})
      WHERE n.organization_id = $1 AND ${has})`;
  const severalHave = `cardinality(n.pos_transaction_ids) > 1 AND n.pos_transaction_ids && ARRAY[v.id]`;
  return `(${['n.subject_id = v.id', 'n.pos_transaction_ids[1] = v.id', severalHave].map(having).join(' OR ')})`;
};

/** It counts what a run `m` has read until the run is undone. */
export const IS_STANDING = `(m.status = 'completed' AND m.undone_at IS NULL)`;

/** The same, where run $2 may be about to end. */
const STANDS = `${IS_STANDING} OR m.id = $2`;

// A file corrects a sale for every run that has read it: what the row itself has read is the least that is known.
/**
 * As `sale`, what is known of a sale by now: its newest version that a run which stands has read, without what rows of their own
 * took back of it. One that was voided is worth nothing.
 */
const saleNow = (id: string): string => `
  CROSS JOIN LATERAL (
    SELECT s.id, s.lineage_id, back.cents AS refunded_cents, back.fits_other,
           CASE WHEN v.type IN ('void', 'refund') THEN 0 ELSE greatest(0, v.amount_cents - back.cents) END AS amount_cents
    FROM transactions s ${versionsOf('s.lineage_id')}
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(x.cents), 0)::int AS cents, coalesce(bool_or(x.fits_other), false) AS fits_other FROM sale_refunds x
      WHERE x.organization_id = $1 AND x.sale_id = s.lineage_id) AS back
    WHERE s.organization_id = $1 AND s.id = ${id} AND (v.version <= s.version OR ${isReadBy(STANDS)})
    ORDER BY v.version DESC LIMIT 1) AS sale`;

/** Of the sales $2, those that a file has brought in another version, or refunded in a row of its own. */
export const CORRECTED = `
  SELECT s.id FROM unnest($2::uuid[]) AS asked (id)
  JOIN transactions s ON s.organization_id = $1 AND s.id = asked.id
  WHERE EXISTS (
    SELECT FROM transactions v WHERE v.organization_id = $1 AND v.lineage_id = s.lineage_id AND v.version > 1)
    OR EXISTS (SELECT FROM sale_refunds x WHERE x.organization_id = $1 AND x.sale_id = s.lineage_id)`;

// OFFSET 0 keeps the look-up by row apart from that of runs: a planner that has no statistics of a new run would read all
// its rows for each row asked about.
const runsOfRow = (isMeant: string): string => `
  FROM (
    SELECT n.job_id FROM transactions own ${versionsOf('own.lineage_id')}
    JOIN job_results n ON n.organization_id = $1 AND n.side = r.side AND n.subject_id = v.id AND n.is_withdrawn IS NOT TRUE
    WHERE own.organization_id = $1 AND own.id = r.subject_id OFFSET 0) AS n
  JOIN jobs m ON m.organization_id = $1 AND m.id = n.job_id AND (${isMeant})`;

const IS_LATER = `m.status = 'completed' AND m.completed_at > j.completed_at`;

/** Later runs `m` that have what row `r` of run `j` is about. */
export const LATER_RUNS = runsOfRow(IS_LATER);

/** The same, where run $2 may be about to end: it is later than all. */
const LATER_RUNS_OR_THIS = runsOfRow(
  `${IS_LATER} OR (m.id = $2 AND m.status <> 'completed' AND m.id <> j.id)`,
);

/** By each of the rows $2, the latest run that has what it is about, where that is not the row's own. */
export const LATER_RUN_BY_ROW = `
  SELECT r.id AS "resultId", later.* FROM job_results r JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id
  CROSS JOIN LATERAL (
    SELECT m.id, m.completed_at AS "completedAt" ${LATER_RUNS} ORDER BY m.completed_at DESC LIMIT 1) AS later
  WHERE r.organization_id = $1 AND r.id = ANY ($2)`;

export const withCode = (code: string): string =>
  `reason_codes = array_append(array_remove(r.reason_codes, ${code}), ${code})`;

/** Row `r` of a job waits for a person, with a code that says why. */
export const asksAPerson = (code: string): string => `result = 'review_required', ${withCode(code)}`;

// Of arrays the planner knows the length, of a JSON list it guesses a hundred entries. OFFSET 0, here and below, has each row looked
// up by its key: until the rows of a new run are in its statistics, a planner would rather read all of them, for each.
/** The sales that rows of job $2 would have, in whatever version: of each of the rows $3, the sale at its place in $4. */
const ASKED_FOR = `
  SELECT r.id AS result_id, r.subject_id, s.id AS asked_id, v.id AS sale_id
  FROM unnest($3::uuid[], $4::uuid[]) AS asked (result_id, sale_id)
  CROSS JOIN LATERAL (
    SELECT r.id, r.subject_id, r.job_id FROM job_results r WHERE r.organization_id = $1 AND r.id = asked.result_id OFFSET 0) AS r
  CROSS JOIN LATERAL (
    SELECT s.id, s.lineage_id FROM transactions s WHERE s.organization_id = $1 AND s.id = asked.sale_id OFFSET 0) AS s
  ${versionsOf('s.lineage_id')}
  WHERE r.job_id = $2`;

/** What the rows of job $2 have that nobody has decided about. */
const FOUND = `
  SELECT r.id AS result_id, r.subject_id, s.id AS asked_id, v.id AS sale_id
  FROM job_results r ${STANDING_DECISION} CROSS JOIN LATERAL unnest(r.pos_transaction_ids) AS found (id)
  JOIN transactions s ON s.organization_id = $1 AND s.id = found.id ${versionsOf('s.lineage_id')}
  WHERE r.organization_id = $1 AND r.job_id = $2 AND r.side = 'reward' AND r.result IN ('match', 'review_required')
    AND d.id IS NULL`;

/** What row `r` takes of `sale`: a reward no more than it is worth, a sale that is written off all of itself. */
const TAKES = `CASE WHEN r.side = 'pos' THEN sale.amount_cents
  ELSE least(r.reward_amount_cents, sale.amount_cents) END`;

/** Looked up one by one: a planner that expects many of them would read every transaction for a join. */
const lineageOf = (transaction: string): string =>
  `(SELECT t.lineage_id FROM transactions t WHERE t.organization_id = $1 AND t.id = ${transaction})`;

/**
 * As `other_id` and `other_subject_id`, the rows that have one of the sales of `wanted`: as the first of its own, as one of
 * several, or because a person chose it.
 */
const havingWanted = (isMeant = (_other: string): string => 'true'): string => `
    SELECT w.*, o.id AS other_id, o.subject_id AS other_subject_id FROM wanted w
    CROSS JOIN LATERAL (
      SELECT o.id, o.subject_id, o.side, o.job_id FROM job_results o
      WHERE o.organization_id = $1 AND o.pos_transaction_ids[1] = w.sale_id OFFSET 0) AS o
    WHERE ${isMeant('o')} AND (o.side = 'reward' OR o.job_id = $2)
    UNION
    SELECT w.*, several.id, several.subject_id FROM (
      SELECT r.id, r.subject_id, unnest(r.pos_transaction_ids) AS sale_id FROM job_results r
      WHERE r.organization_id = $1 AND r.side = 'reward' AND ${HAS_SEVERAL_SALES}) AS several
    JOIN wanted w ON w.sale_id = several.sale_id AND ${isMeant('several')}
    UNION
    SELECT w.*, chosen.result_id, chosen.subject_id FROM (
      SELECT e.result_id, r.subject_id, unnest(e.pos_transaction_ids) AS sale_id FROM decisions e
      JOIN job_results r ON r.organization_id = $1 AND r.id = e.result_id
      WHERE e.organization_id = $1 AND e.verdict = 're_paired' AND e.undone_at IS NULL) AS chosen
    JOIN wanted w ON w.sale_id = chosen.sale_id AND ${isMeant('chosen')}`;

// Nearly all others are the row itself in other runs, which has the same subject or another version of it: these go before
// anything is asked about runs.
const taken = (wanted: string): string => `
  WITH wanted AS MATERIALIZED (${wanted}), others AS (${havingWanted((other) => `${other}.subject_id <> w.subject_id`)}
  ), rivals AS MATERIALIZED (
    SELECT o.result_id, o.asked_id, o.sale_id, o.other_id FROM others o
    WHERE ${lineageOf('o.other_subject_id')} <> ${lineageOf('o.subject_id')}
  ), sales AS MATERIALIZED (
    SELECT sale.* FROM (SELECT DISTINCT asked_id FROM rivals) AS asked ${saleNow('asked.asked_id')}
  ), claims AS (
    SELECT DISTINCT o.result_id, o.asked_id, r.id AS other_id, r.side, r.job_id <> $2 AS is_elsewhere, ${TAKES} AS cents,
           j.completed_at
    FROM rivals o
    CROSS JOIN LATERAL (
      SELECT n.* FROM job_results n WHERE n.organization_id = $1 AND n.id = o.other_id OFFSET 0) AS r
    JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id AND (j.status = 'completed' OR j.id = $2)
    JOIN sales AS sale ON sale.id = o.asked_id ${STANDING_DECISION}
    WHERE o.sale_id = ANY (${CLAIMS}) AND NOT EXISTS (SELECT ${LATER_RUNS_OR_THIS})
  )`;

/**
 * By row and sale that it would have: what it would take of how much, what others have of it, here and in other runs, and when
 * the latest of those was completed.
 */
export const TAKEN_FROM_ROWS = `${taken(ASKED_FOR)}
  SELECT r.id AS "resultId", w.asked_id AS "saleId", sale.lineage_id AS "lineageId", sale.amount_cents AS "saleCents",
         sale.refunded_cents AS "refundedCents", sale.fits_other AS "refundFitsOther", ${TAKES} AS "takesCents", count(c.other_id) FILTER (WHERE c.side = 'reward')::int AS rewards,
         coalesce(sum(c.cents) FILTER (WHERE NOT c.is_elsewhere), 0)::float8 AS "centsHere",
         coalesce(sum(c.cents) FILTER (WHERE c.is_elsewhere), 0)::float8 AS "centsElsewhere",
         max(c.completed_at) FILTER (WHERE c.is_elsewhere) AS "completedAt",
         coalesce(sum(c.cents) FILTER (WHERE c.side = 'pos'), 0)::float8 AS "writtenOffCents",
         (array_agg(c.other_id) FILTER (WHERE c.side = 'pos'))[1] AS "writtenOffId"
  FROM (SELECT DISTINCT result_id, asked_id FROM wanted) AS w
  CROSS JOIN LATERAL (
    SELECT o.id, o.side, o.reward_amount_cents FROM job_results o WHERE o.organization_id = $1 AND o.id = w.result_id OFFSET 0) AS r
  ${saleNow('w.asked_id')}
  LEFT JOIN claims c ON c.result_id = w.result_id AND c.asked_id = w.asked_id
  GROUP BY r.id, r.side, r.reward_amount_cents, w.asked_id, sale.lineage_id, sale.amount_cents, sale.refunded_cents, sale.fits_other`;

/** Lets those rows of job $2 wait for a person whose sales cannot pay them beside what rewards of other runs have. */
export const REOPEN_TAKEN = `${taken(FOUND)}, used_up AS (
    SELECT DISTINCT r.id, r.result FROM (
      SELECT result_id, asked_id, sum(cents) AS cents FROM claims
      GROUP BY result_id, asked_id HAVING bool_or(is_elsewhere)) AS theirs
    JOIN job_results r ON r.organization_id = $1 AND r.id = theirs.result_id
    JOIN sales AS sale ON sale.id = theirs.asked_id
    WHERE theirs.cents + ${TAKES} > sale.amount_cents
  ), reopened AS (
    UPDATE job_results r SET ${asksAPerson(`'DUPLICATE_REDEMPTION'`)}
    FROM used_up WHERE r.organization_id = $1 AND r.id = used_up.id
  )
  SELECT count(*) FILTER (WHERE result = 'match')::int AS matches FROM used_up`;

/** What job $2 has read of the POS, as `read`. */
export const READ_OF_POS = `
  read AS MATERIALIZED (
    SELECT r.subject_id AS id FROM job_results r WHERE r.organization_id = $1 AND r.job_id = $2 AND r.side = 'pos'
    UNION
    SELECT unnest(r.pos_transaction_ids) FROM job_results r WHERE r.organization_id = $1 AND r.job_id = $2)`;

/**
 * The pairs that stand on sales of which job $2 has read a version, and there are several, or of which it has read the sale or
 * what took it back, or on the sales $3, as first seen; the newest first. What was given up with each is known from its decision, or from what the run has read.
 */
export const PAIRS_ON_CORRECTED = `
  WITH ${READ_OF_POS}, corrected AS MATERIALIZED (
    SELECT later.lineage_id FROM read JOIN transactions s ON s.organization_id = $1 AND s.id = read.id
    JOIN transactions later ON later.organization_id = $1 AND later.lineage_id = s.lineage_id AND later.version > 1
    UNION
    SELECT x.sale_id FROM sale_refunds x
    WHERE x.organization_id = $1 AND (x.reversal_id IN (SELECT id FROM read) OR EXISTS (
      SELECT FROM (SELECT) AS one ${versionsOf('x.sale_id')} WHERE v.id IN (SELECT id FROM read)))
    UNION
    SELECT unnest($3::uuid[])
  ), wanted AS MATERIALIZED (
    SELECT v.id AS sale_id FROM corrected ${versionsOf('corrected.lineage_id')}
  ), others AS (${havingWanted()})
  SELECT DISTINCT r.job_id AS "jobId", r.id AS "resultId", held.ids AS "saleIds", pair.ids AS "pairIds",
         r.reward_amount_cents AS "rewardCents",
         greatest(coalesce(d.short_cents, 0), r.reward_amount_cents - worth.cents)::int AS "givenUpCents",
         coalesce(d.decided_at, j.completed_at) AS since
  FROM others o
  JOIN job_results r ON r.organization_id = $1 AND r.id = o.other_id AND r.side = 'reward'
  JOIN jobs j ON j.organization_id = $1 AND j.id = r.job_id AND j.status = 'completed' ${STANDING_DECISION}
  CROSS JOIN LATERAL (SELECT ${CLAIMS} AS ids) AS held
  CROSS JOIN LATERAL (
    SELECT CASE WHEN d.verdict = 're_paired' THEN d.pos_transaction_ids ELSE held.ids END AS ids) AS pair
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(t.amount_cents), 0) AS cents FROM unnest(pair.ids) AS sale (id)
    JOIN transactions t ON t.organization_id = $1 AND t.id = sale.id) AS worth
  WHERE o.sale_id = ANY (held.ids) AND NOT EXISTS (SELECT ${LATER_RUNS}) ORDER BY since DESC, r.id DESC`;
