// The statements about a job's results, each with the organization and the job as its first two parameters.
import {
  AWAITS_APPROVAL,
  IS_ASKED_ABOUT,
  IS_PAIRED,
  IS_PROPOSED,
  IS_REFUNDED,
  IS_REVERSED,
  IS_WRITTEN_OFF,
  PROPOSED_CENTS,
  PROPOSED_REST_CENTS,
  REST_CENTS,
  REWARD_CENTS,
  STANDING_DECISION,
  STANDING_REST,
  STATE_COLUMNS,
  stateJoin,
} from './result-state.ts';

const COLUMNS = `id, position, side, result, match_probability, recommendation, reward_transaction_id,
  pos_transaction_ids, reward_amount_cents, reason_codes, words,
  program, location, happened_on, amount_cents, difference_cents, is_withdrawn`;

export const INSERT = `
  INSERT INTO job_results (organization_id, job_id, key_id, ${COLUMNS})
  SELECT $1, $2, CASE WHEN words IS NOT NULL THEN $3 END, ${COLUMNS}
  FROM json_to_recordset($4) AS batch (
    id uuid, position integer, side text, result text, match_probability double precision, recommendation text,
    reward_transaction_id uuid, pos_transaction_ids uuid[], reward_amount_cents integer, reason_codes text[],
    words text, program text, location text, happened_on date, amount_cents integer, difference_cents integer,
    is_withdrawn boolean)
  ON CONFLICT (organization_id, job_id, position) DO NOTHING`;

const NOTES = `
  SELECT jsonb_agg(jsonb_build_object('id', n.id, 'keyId', n.key_id, 'token', n.words, 'writtenAt', n.written_at,
                                      'writtenBy', w.display_name) ORDER BY n.written_at, n.id)
  FROM result_notes n LEFT JOIN users w ON w.id = n.written_by
  WHERE n.organization_id = r.organization_id AND n.result_id = r.id AND n.withdrawn_at IS NULL`;

const ASSIGNMENT = `
  SELECT jsonb_build_object('userId', a.user_id, 'name', whom.display_name, 'assignedBy', who.display_name,
                            'assignedAt', a.assigned_at)
  FROM result_assignments a LEFT JOIN users whom ON whom.id = a.user_id LEFT JOIN users who ON who.id = a.assigned_by
  WHERE a.organization_id = r.organization_id AND a.result_id = r.id AND a.ended_at IS NULL`;

const EARLIER = `
  SELECT jsonb_build_object('jobId', coalesce(e.carried_from_job_id, e.job_id), 'verdict', e.verdict,
                            'decidedBy', w.display_name, 'decidedAt', e.decided_at, 'why', o.why,
                            'changedFields', o.changed_fields)
  FROM reopened_decisions o
  JOIN decisions e ON e.organization_id = o.organization_id AND e.id = o.decision_id
  LEFT JOIN users w ON w.id = e.decided_by
  WHERE o.organization_id = r.organization_id AND o.result_id = r.id`;

// What takes the redemption back, may do so, or was said not to, in this order.
const REVERSAL = `
  SELECT jsonb_build_object('id', x.id, 'reversalId', x.reversal_id, 'lineageId', x.redemption_id, 'takesBack', x.takes_back,
                            'isCertain', x.is_certain, 'stands', x.stands, 'saidBy', w.display_name, 'saidAt', x.said_at,
                            'keyId', x.key_id, 'token', x.reason)
  FROM transactions own
  JOIN reversals x ON x.organization_id = $1 AND x.redemption_id = own.lineage_id
  LEFT JOIN users w ON w.id = x.said_by
  WHERE own.organization_id = $1 AND own.id = r.reward_transaction_id
    AND (x.is_certain OR x.stands IS NOT NULL OR ${IS_ASKED_ABOUT})
  ORDER BY x.takes_back DESC, x.stands IS NULL DESC, x.said_at DESC LIMIT 1`;

export const SELECT = `
  SELECT r.id, r.position, r.side, r.result, r.match_probability AS "matchProbability", r.recommendation,
         r.reward_transaction_id AS "rewardTransactionId", r.pos_transaction_ids AS "posTransactionIds",
         ${IS_REVERSED} AS "isReversed", ${IS_REFUNDED} AS "isRefunded", r.key_id AS "keyId", r.words AS token, r.reason_codes AS "reasonCodes",
         CASE WHEN d.id IS NOT NULL THEN jsonb_build_object(
           'id', d.id, 'verdict', d.verdict, 'note', d.note, 'keyId', d.key_id, 'decidedAt', d.decided_at,
           'decidedBy', u.display_name, 'reason', d.reason, 'posTransactionIds', d.pos_transaction_ids,
           'carriedFromJobId', d.carried_from_job_id, 'decidedById', d.decided_by, 'needsApproval', d.needs_approval,
           'approvedBy', a.display_name, 'approvedAt', d.approved_at
         ) END AS decision,
         CASE WHEN rest.id IS NOT NULL THEN jsonb_build_object(
           'id', rest.id, 'cents', rest.cents, 'reason', rest.reason, 'note', rest.note, 'keyId', rest.key_id,
           'decidedAt', rest.decided_at, 'decidedById', rest.decided_by, 'needsApproval', rest.needs_approval,
           'decidedBy', (SELECT w.display_name FROM users w WHERE w.id = rest.decided_by),
           'approvedBy', (SELECT w.display_name FROM users w WHERE w.id = rest.approved_by), 'approvedAt', rest.approved_at
         ) END AS rest,
         ${STATE_COLUMNS}, coalesce((${NOTES}), '[]') AS notes, (${ASSIGNMENT}) AS assignment,
         (${EARLIER}) AS earlier, (${REVERSAL}) AS reversal
  FROM job_results r ${STANDING_DECISION} ${stateJoin('$3')}
  LEFT JOIN users u ON u.id = d.decided_by LEFT JOIN users a ON a.id = d.approved_by
  WHERE r.organization_id = $1 AND r.job_id = $2`;

/** Not of a sale that was released, and that a reward has again. */
export const IS_SHOWN = 'r.is_withdrawn IS NOT TRUE';

/** Rows that have more than one sale are few, and found by an index of their own. */
export const HAS_SEVERAL_SALES = 'cardinality(r.pos_transaction_ids) > 1';

// OFFSET 0 keeps the look-up by transaction apart from that by job: a planner that has no statistics of a new run would read
// all its rows for each transaction.
const rowsWhose = (said: string): string => `
  SELECT r.position FROM unnest($3::uuid[]) AS said (id)
  CROSS JOIN LATERAL (
    SELECT r.job_id, r.position FROM job_results r WHERE r.organization_id = $1 AND ${said} = said.id OFFSET 0) AS r
  WHERE r.job_id = $2`;

/** The positions of rows about one of the transactions $3: its reward, or the only one it has; its first sale; one of several. */
export const FIND_ABOUT = `
  ${rowsWhose('r.subject_id')}
  UNION
  ${rowsWhose('r.pos_transaction_ids[1]')}
  UNION
  SELECT several.position FROM (
    SELECT r.position, unnest(r.pos_transaction_ids) AS sale_id FROM job_results r
    WHERE r.organization_id = $1 AND r.job_id = $2 AND ${HAS_SEVERAL_SALES}) AS several
  JOIN unnest($3::uuid[]) AS said (id) ON said.id = several.sale_id`;

/**
 * What the row claims: `{}` where a person said it has no pair, or is still to say it has. While another pair waits for its
 * second person, nobody else gets either of the two.
 */
export const CLAIMS = `CASE WHEN ${IS_REVERSED} THEN '{}'
  WHEN d.verdict = 're_paired' AND ${IS_PROPOSED} AND r.result = 'match' THEN d.pos_transaction_ids || r.pos_transaction_ids
  WHEN d.verdict = 're_paired' THEN d.pos_transaction_ids
  WHEN d.verdict = 'approved' OR ((d.id IS NULL OR ${IS_PROPOSED}) AND r.result = 'match') OR (d.verdict = 'written_off' AND r.side = 'pos')
  THEN r.pos_transaction_ids ELSE '{}' END`;

/** The sales that have no row of their own because of this one: what it claims, and what waits in it for a person. */
export const HOLDS = `CASE WHEN r.result = 'review_required' AND NOT ${IS_REVERSED} AND (d.id IS NULL OR ${IS_PROPOSED})
  THEN r.pos_transaction_ids || coalesce(d.pos_transaction_ids, '{}') ELSE ${CLAIMS} END`;

/** What was decided, else what the run found. */
export const OUTCOME = `CASE WHEN ${IS_PAIRED} THEN 'match'
  WHEN ${IS_REVERSED} OR d.verdict = 'rejected' OR ${IS_WRITTEN_OFF} THEN 'no_match' ELSE r.result END`;

/**
 * By sale, cents that a written-off redemption of `rows` gives up already: a sale that is written off itself is the same money, as
 * far as it is worth that, in whatever version. A row that was split gives up each of its sales, for what it has read of it.
 * @param sale which column of `transactions sale` says which sale it is.
 */
export const givenUpWithRewards = (rows: string, sale: 'id' | 'lineage_id'): string => `
  SELECT sale.${sale} AS sale_id, sum(
           CASE WHEN ${HAS_SEVERAL_SALES} THEN least(r.reward_amount_cents, sale.amount_cents)
           ELSE r.reward_amount_cents END)::int AS cents
  FROM ${rows} r ${STANDING_DECISION} CROSS JOIN LATERAL unnest(r.pos_transaction_ids) AS found (id)
  CROSS JOIN LATERAL (
    SELECT t.id, t.lineage_id, t.amount_cents FROM transactions t WHERE t.organization_id = $1 AND t.id = found.id OFFSET 0) AS sale
  WHERE r.side = 'reward' AND ${IS_WRITTEN_OFF} GROUP BY 1`;

/** What a written-off row gives up, beside what is given up with the rewards of its sale, `given`. */
export const WRITTEN_OFF_CENTS = 'greatest(0, r.amount_cents - coalesce(given.cents, 0))';

/** Money is written off once: a sale counts as far as no reward was written off with it. */
export const COUNTS_AS_WRITTEN_OFF = `(${IS_WRITTEN_OFF} AND (given.cents IS NULL OR given.cents < r.amount_cents))`;

// Written-off rows are few, and found by their decisions. OFFSET 0, here and above, has each looked up by its key: see `rowsWhose`.
const WRITTEN_OFF_ROWS = `(
  SELECT w.* FROM decisions e CROSS JOIN LATERAL (
    SELECT * FROM job_results w WHERE w.organization_id = $1 AND w.id = e.result_id OFFSET 0) AS w
  WHERE e.organization_id = $1 AND e.job_id = $2 AND e.verdict = 'written_off' AND e.undone_at IS NULL)`;

// What was written off of a redemption that was paid in part is not matched, nor in review: it is unmatched, and written off.
// MATERIALIZED: a planner that expects a single row of a new run would work out anew for each row what was given up.
export const TOTALS = `
  WITH given AS MATERIALIZED (${givenUpWithRewards(WRITTEN_OFF_ROWS, 'id')})
  SELECT count(*)::int AS rows,
         count(*) FILTER (WHERE outcome = 'match')::int AS matches,
         count(*) FILTER (WHERE outcome = 'review_required')::int AS reviews,
         count(*) FILTER (WHERE outcome = 'no_match' AND is_reward)::int AS "noMatches",
         count(*) FILTER (WHERE outcome = 'error')::int AS errors,
         count(*) FILTER (WHERE result = 'match')::int AS "matchesFound",
         count(*) FILTER (WHERE result = 'review_required')::int AS "reviewsFound",
         count(*) FILTER (WHERE result = 'no_match' AND is_reward)::int AS "noMatchesFound",
         count(*) FILTER (WHERE NOT is_reward AND result <> 'error')::int AS "unclaimedPos",
         (count(*) FILTER (WHERE is_written_off) + count(*) FILTER (WHERE rest_cents > 0))::int AS "writtenOff",
         (coalesce(sum(written_off_cents) FILTER (WHERE is_written_off), 0) + coalesce(sum(rest_cents), 0))::float8
           AS "writtenOffCents",
         (coalesce(sum(cents) FILTER (WHERE is_written_off), 0) + coalesce(sum(rest_cents), 0))::float8
           AS "writtenOffRewardCents",
         (count(*) FILTER (WHERE is_proposed) + count(*) FILTER (WHERE proposed_rest_cents > 0))::int AS proposed,
         (coalesce(sum(proposed_cents) FILTER (WHERE is_proposed), 0) + coalesce(sum(proposed_rest_cents), 0))::float8
           AS "proposedCents",
         coalesce(sum(cents), 0)::float8 AS "rewardCents",
         coalesce(sum(cents - rest_cents) FILTER (WHERE outcome = 'match'), 0)::float8 AS "matchedCents",
         coalesce(sum(cents - rest_cents) FILTER (WHERE outcome = 'review_required'), 0)::float8 AS "reviewCents",
         (coalesce(sum(cents - rest_cents) FILTER (WHERE outcome = 'no_match'), 0) + coalesce(sum(rest_cents), 0))::float8
           AS "unmatchedCents"
  FROM (
    SELECT r.result, ${COUNTS_AS_WRITTEN_OFF} AS is_written_off, ${WRITTEN_OFF_CENTS} AS written_off_cents,
           ${AWAITS_APPROVAL} AS is_proposed,
           ${PROPOSED_CENTS} AS proposed_cents,
           ${REST_CENTS} AS rest_cents, ${PROPOSED_REST_CENTS} AS proposed_rest_cents,
           ${OUTCOME} AS outcome, ${REWARD_CENTS} AS cents, r.side = 'reward' AS is_reward
    FROM job_results r ${STANDING_DECISION} ${STANDING_REST}
    LEFT JOIN given ON r.side = 'pos' AND given.sale_id = r.subject_id
    WHERE r.organization_id = $1 AND r.job_id = $2 AND ${IS_SHOWN}
  ) AS rows`;
