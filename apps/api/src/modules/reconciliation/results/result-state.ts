// Whether something about a result is open, what it costs and until when, as SQL: told on the day it is read, by the
// rules in force on the day of the transaction.
import type { LocalDays } from '../../organizations/index.ts';
import type { RulePeriod } from '../../program-rules/index.ts';

/** What a state is told by: the programs' terms, and which day it is at each location. */
export interface StateTerms {
  rules: readonly RulePeriod[];
  days: LocalDays;
}

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

/** What is left of a redemption that was paid in part, given up or proposed to be, as `rest`. Of another version it says nothing. */
export const STANDING_REST = `
  LEFT JOIN rest_write_offs rest ON rest.organization_id = r.organization_id
    AND rest.redemption_id = r.reward_transaction_id AND rest.undone_at IS NULL`;

/** The redemptions of links `x` that fit, in every version. $1 is the organization. */
const redemptionsOf = (isMeant: string): string => `
  SELECT x.redemption_id FROM reversals x WHERE x.organization_id = $1 AND ${isMeant}
  UNION ALL
  SELECT v.id FROM reversals x
  JOIN transactions v ON v.organization_id = $1 AND v.lineage_id = x.redemption_id AND v.version > 1
  WHERE x.organization_id = $1 AND ${isMeant}`;

/** Those that voids and refunds took back. */
export const REVERSED_IDS = redemptionsOf('x.takes_back');

/** Nobody has said yet which of several redemptions the reversal of link `x` takes back. */
export const IS_ASKED_ABOUT = `(NOT x.is_certain AND x.stands IS NULL AND NOT EXISTS (
  SELECT FROM reversals y WHERE y.organization_id = $1 AND y.reversal_id = x.reversal_id AND y.takes_back))`;

const isReversed = (row: string): string =>
  `coalesce(${row}.reward_transaction_id IN (${REVERSED_IDS}), false)`;

/** A void or refund took the redemption back: it has no sale, whatever the run found or a person decided before. */
export const IS_REVERSED = isReversed('r');

const MAY_BE_REVERSED = `coalesce(r.reward_transaction_id IN (${redemptionsOf(IS_ASKED_ABOUT)}), false)`;

/** Written off for good: by one person where one is enough, else by the second. Before, what is open stays open. */
export const IS_WRITTEN_OFF = `(d.verdict = 'written_off' AND (d.approved_at IS NOT NULL OR NOT d.needs_approval)
  AND NOT ${IS_REVERSED})`;

/** A decision that gives up money, and waits for its second person. */
export const IS_PROPOSED = '(d.needs_approval AND d.approved_at IS NULL)';

/** Somebody is still asked: of a redemption that was taken back there is nothing to give up. */
export const AWAITS_APPROVAL = `(${IS_PROPOSED} AND NOT ${IS_REVERSED})`;

const REST_IS_PROPOSED = '(rest.needs_approval AND rest.approved_at IS NULL)';

/** What of the redemption is given up for good, while its payments stand. */
export const REST_CENTS = `CASE WHEN rest.id IS NULL OR ${REST_IS_PROPOSED} OR ${IS_REVERSED} THEN 0 ELSE rest.cents END`;

/** What of it waits for its second person to be given up. */
export const PROPOSED_REST_CENTS = `CASE WHEN ${REST_IS_PROPOSED} AND NOT ${IS_REVERSED} THEN rest.cents ELSE 0 END`;

/** What it would give up: all of the row, or what the sales of another pair are less than the reward. */
export const PROPOSED_CENTS = `CASE WHEN d.verdict = 'written_off' THEN r.amount_cents ELSE d.short_cents END`;

/** A person said which sales the reward has, and nobody else has to. */
export const IS_PAIRED = `(d.verdict IN ('approved', 're_paired') AND (d.approved_at IS NOT NULL OR NOT d.needs_approval)
  AND NOT ${IS_REVERSED})`;

/** A refund or a void, or what one took back, unless a person paired it: every other reward without a match has a code. */
export const IS_TAKEN_BACK = `(${IS_REVERSED}
  OR (r.side = 'reward' AND r.result = 'no_match' AND r.reason_codes = '{}' AND ${IS_PAIRED} IS NOT TRUE))`;

/** What was redeemed by a reward: nothing, where it was taken back. */
export const REWARD_CENTS = `CASE WHEN ${IS_TAKEN_BACK} THEN 0 ELSE r.reward_amount_cents END`;

/** Whether another row of the job was re-paired with a POS transaction of this one, and was not taken back since. */
export const IS_CLAIMED_ELSEWHERE = `EXISTS (
  SELECT FROM decisions e
  JOIN job_results claimant ON claimant.organization_id = r.organization_id AND claimant.id = e.result_id
  WHERE e.organization_id = r.organization_id AND e.job_id = r.job_id AND e.verdict = 're_paired'
    AND e.undone_at IS NULL AND e.result_id <> r.id AND e.pos_transaction_ids && r.pos_transaction_ids
    AND NOT ${isReversed('claimant')})`;

/** Refunds in rows of their own took back all of the sale that `r` is about: as in one file, nobody has to redeem it. */
export const IS_REFUNDED = `(r.side = 'pos' AND EXISTS (
  SELECT FROM transactions own
  JOIN sale_refunds x ON x.organization_id = own.organization_id AND x.sale_id = own.lineage_id
  WHERE own.organization_id = r.organization_id AND own.id = r.subject_id
  GROUP BY own.amount_cents HAVING sum(x.cents) >= own.amount_cents))`;

/** The rule of the program in force on the day of `r`, as `rule`. */
export const ruleJoin = (terms: string): string => `
  LEFT JOIN json_to_recordset(${terms}::json -> 'rules') AS rule (
      program text, valid_from date, valid_until date, lag_days integer, claim_window_days integer,
      reimbursement_days integer, cents_per_point double precision)
    ON rule.program = coalesce(r.program, 'other') AND r.happened_on >= rule.valid_from
    AND (rule.valid_until IS NULL OR r.happened_on < rule.valid_until)`;

/** The day it is now at the location of `r`, as `local.today`. */
export const placeJoin = (terms: string): string => `
  LEFT JOIN json_to_recordset(${terms}::json -> 'places') AS place (name text, today date)
    ON place.name = lower(btrim(r.location))
  CROSS JOIN LATERAL (SELECT coalesce(place.today, (${terms}::json ->> 'today')::date) AS today) AS local`;

/** For a statement about `job_results r` joined with `d`, its standing decision. @param terms place of `termsAsJson`. */
export const stateJoin = (terms: string): string => `
  ${STANDING_REST}
  ${ruleJoin(terms)}
  ${placeJoin(terms)}
  CROSS JOIN LATERAL (SELECT CASE
    WHEN r.result = 'error' OR ${IS_REVERSED} OR ${IS_PAIRED} OR ${IS_WRITTEN_OFF} THEN NULL
    WHEN ${IS_PROPOSED} AND d.verdict <> 'written_off' THEN 'MISMATCHED'
    WHEN d.verdict = 'rejected' OR (r.result = 'no_match' AND r.side = 'reward')
      OR (r.result = 'no_match' AND 'POS_NOT_REDEEMED' = ANY (r.reason_codes) AND NOT ${IS_CLAIMED_ELSEWHERE}
        AND NOT ${IS_REFUNDED})
    THEN CASE
      WHEN 'REFUND_AFTER_REDEMPTION' = ANY (r.reason_codes) THEN 'MISMATCHED'
      -- A redemption that was voided asks for nothing.
      WHEN d.verdict IS DISTINCT FROM 'rejected' AND r.reason_codes = '{}' THEN NULL
      WHEN r.happened_on + rule.lag_days >= local.today THEN 'EXPECTED'
      ELSE 'MISSING' END
    WHEN r.result = 'review_required' OR (r.result = 'match' AND r.reason_codes && '{${DISAGREEMENTS.join()}}')
      OR (r.result = 'match' AND d.id IS NULL AND ${MAY_BE_REVERSED})
    THEN 'MISMATCHED' END AS state) AS told
  CROSS JOIN LATERAL (SELECT CASE
    WHEN told.state IS NULL THEN 0
    WHEN ${IS_PROPOSED} AND d.verdict <> 'written_off' THEN d.short_cents
    WHEN r.result = 'match' AND (d.id IS NULL OR ${IS_PROPOSED}) AND r.difference_cents > 0 THEN r.difference_cents
    ELSE r.amount_cents - ${REST_CENTS} END AS cents) AS stake`;

export const STATE_COLUMNS = `told.state, stake.cents AS "stakeCents",
  CASE WHEN told.state IS NOT NULL THEN stake.cents / rule.cents_per_point END AS "stakePoints",
  CASE WHEN told.state IS NOT NULL THEN to_char(r.happened_on + rule.claim_window_days, 'YYYY-MM-DD') END AS deadline`;

export const termsAsJson = ({ days, rules }: StateTerms): string => JSON.stringify({ rules, ...days });
