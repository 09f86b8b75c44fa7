// What a job found: a row for each reward and for each sale nothing claimed, what they add up to, and the search in them.
import * as z from 'zod';
import { ConfidenceLevelWire, RecommendationWire, ResultWire } from './confidence.ts';
import { ExceptionCodeWire } from './exceptions.ts';
import { ExplanationWire } from './explanation.ts';
import { JobStatusWire, JobWire, PerformanceMetricsWire } from './jobs.ts';
import { ReversalWire } from './reversals.ts';
import {
  AssignmentWire,
  DecisionWire,
  EarlierDecisionWire,
  NoteWire,
  RestWriteOffWire,
  ResultStateWire,
} from './reviews.ts';
import { TransactionWire } from './transaction.ts';
import { SkippedRowWire, UploadSideWire } from './uploads.ts';

export const RunnerUpWire = z
  .object({
    match_probability: z.number(),
    pos_transaction: TransactionWire,
    detail: z.string().meta({ description: 'What kept it second.' }),
  })
  .meta({ id: 'RunnerUp' });
export type RunnerUpWire = z.infer<typeof RunnerUpWire>;

export const NearestRewardWire = z
  .object({
    match_probability: z.number(),
    reward_transaction: TransactionWire,
    detail: z.string().meta({ description: 'What kept it away.' }),
  })
  .meta({ id: 'NearestReward' });
export type NearestRewardWire = z.infer<typeof NearestRewardWire>;

export const UnreadableWire = SkippedRowWire.extend({
  side: UploadSideWire,
  transaction_id: z.string().meta({ description: 'The row’s own id, else `row:N`.' }),
}).meta({ id: 'Unreadable' });
export type UnreadableWire = z.infer<typeof UnreadableWire>;

export const SaleShareWire = z
  .object({
    other_rewards: z
      .int()
      .meta({ description: 'Rewards beside this one that have a part of it, over all runs.' }),
    other_amount: z.number().meta({ description: 'Dollars that they have.' }),
    left: z.number().meta({ description: 'Dollars that no reward has.' }),
  })
  .meta({ id: 'SaleShare' });
export type SaleShareWire = z.infer<typeof SaleShareWire>;

export const ResultRowWire = z
  .object({
    result_id: z.uuid(),
    result: ResultWire,
    match_probability: z.number(),
    confidence_level: ConfidenceLevelWire,
    recommendation: RecommendationWire,
    reward_transaction: TransactionWire.nullable(),
    pos_transactions: z.array(TransactionWire),
    pos_transaction: TransactionWire.nullable().meta({ description: 'The first, for older callers.' }),
    sale_share: SaleShareWire.nullable().meta({
      description:
        'Of a reward with one POS transaction, found or chosen by a person: what rewards have of it. Null for any other row.',
    }),
    explanation: ExplanationWire.nullable(),
    runner_up: RunnerUpWire.nullable(),
    nearest_reward: NearestRewardWire.nullable().meta({
      description:
        'Of a sale that nothing claims: the reward that came nearest. Of a tie: the reward that wants the sale as much.',
    }),
    note: z.string().nullable().meta({
      description:
        'What became of a row that nothing can match, or of its sale: refunded, voided, taken back.',
      example: 'Taken back by a refund or void',
    }),
    reason_codes: z.array(ExceptionCodeWire),
    unreadable: UnreadableWire.nullable().meta({
      description:
        'Of a row with result `error`: the row of the file that could not be read. Null otherwise.',
    }),
    is_taken_back: z.boolean().meta({
      description:
        'Whether a void or refund, of the same file or another, took the redemption back: nothing is owed for it, and its sale has a row of its own.',
    }),
    reversal: ReversalWire.nullable().meta({
      description: 'The void or refund that takes the redemption back, may do so, or was said not to.',
    }),
    decision: DecisionWire.nullable(),
    reimbursed_amount: z.number().meta({
      description:
        'Dollars that payments have paid of its redemption so far; 0 where none has, and of a row about a sale.',
    }),
    rest_write_off: RestWriteOffWire.nullable().meta({
      description:
        'What is left of a redemption that was paid in part, written off or proposed to be, whatever was decided about its pair. Null otherwise.',
    }),
    earlier_decision: EarlierDecisionWire.nullable().meta({
      description: 'Of an earlier job about the same row, when it does not stand in this one.',
    }),
    state: ResultStateWire.nullable().meta({ description: 'Null when nothing about it is open.' }),
    dollars_at_stake: z.number().meta({ description: '0 when nothing about it is open.' }),
    points_at_stake: z.number().nullable().meta({
      description: 'The same in points of the program, where they had a fixed value on the day.',
    }),
    deadline: z.string().nullable().meta({
      description: 'The last day it can be claimed, by the rules of the program.',
      example: '2024-02-14',
    }),
    notes: z.array(NoteWire).meta({ description: 'The oldest first.' }),
    assigned_to: AssignmentWire.nullable(),
  })
  .meta({
    id: 'ResultRow',
    description:
      'One per row of the rewards file, then one per POS transaction nothing claimed, then one per unreadable POS row. Members without patient access get dates, dollars, programs and explanations that name nobody.',
  });
export type ResultRowWire = z.infer<typeof ResultRowWire>;

const count = (description: string) => z.int().meta({ description });
const dollars = (description: string) => z.number().meta({ description });

/**
 * Counts and dollars say the same thing: each reward counts once, by its outcome. The outcome is what a person decided
 * (approved or re-paired: a match; rejected or written off: no match), else what the run found. matches_found + review_required + no_matches is the
 * number of rewards read, and matched + review + unmatched dollars are theirs; what was taken back counts, with no dollars.
 */
export const JobSummaryWire = z
  .object({
    total_transactions: count('Rewards and POS transactions the job read.'),
    matches_found: count('Rewards matched, or approved by a person.'),
    review_required: count('Rewards waiting for a person.'),
    no_matches: count(
      'Rewards without a match, rejected ones included. POS transactions are in unclaimed_pos.',
    ),
    errors: count('Rows of either file that could not be read; each has a result row.'),
    reward_amount: dollars('Dollars redeemed: all rewards but voids, refunds and what they took back.'),
    matched_amount: dollars('Dollars of the rewards in matches_found.'),
    review_amount: dollars('Dollars of the rewards in review_required.'),
    unmatched_amount: dollars('Dollars of the rewards in no_matches.'),
    written_off: count(
      'Rows written off by a person, of either side. Rewards among them count in no_matches too.',
    ),
    written_off_amount: dollars('Dollars of the rows in written_off.'),
    written_off_reward_amount: dollars('Dollars of the rewards in written_off, a part of unmatched_amount.'),
    awaiting_approval: count(
      'Rows whose write-off waits for a second person. Until then they count as if nobody had decided.',
    ),
    awaiting_approval_amount: dollars('Dollars that the rows in awaiting_approval would give up.'),
    unclaimed_pos: count(
      'POS transactions with a row of their own: no reward claimed them when the job ran, or a person has taken them from theirs since.',
    ),
    left_out: JobWire.shape.left_out,
    pending_reviews: count('The same as review_required, for older callers.'),
    as_found: z.object({ matches_found: z.int(), review_required: z.int(), no_matches: z.int() }).meta({
      description:
        'The same counts as the run left them, before any decision; once the run is undone, its matches wait for a person. Rows and the `result` filter speak of these.',
    }),
  })
  .meta({ id: 'JobSummary' });
export type JobSummaryWire = z.infer<typeof JobSummaryWire>;

export const JobResultsWire = z
  .object({
    job_id: z.uuid(),
    status: JobStatusWire,
    results: z.array(ResultRowWire),
    summary: JobSummaryWire,
    performance_metrics: PerformanceMetricsWire.nullable(),
    page: z.int(),
    limit: z.int(),
    total_results: z.int(),
  })
  .meta({ id: 'JobResults' });
export type JobResultsWire = z.infer<typeof JobResultsWire>;

/** Rows of results in one answer. */
export const DEFAULT_RESULTS_LIMIT = 100;
export const MAX_RESULTS_LIMIT = 1000;

/** POST /reconcile/jobs/{job_id}/results/search: text about patients travels in a body, never in a URL. */
export const SearchResultsRequestWire = z
  .strictObject({
    q: z.string().trim().min(1).max(200).meta({
      description:
        'A patient’s surname, full name, phone number or e-mail address, in full; or part of a service, provider, location, code or id. Of either side.',
      example: 'johnson',
    }),
    page: z.int().min(1).max(1_000_000).default(1),
    limit: z.int().min(1).max(MAX_RESULTS_LIMIT).default(DEFAULT_RESULTS_LIMIT),
    result: ResultWire.optional(),
    side: UploadSideWire.optional().meta({
      description: '`reward`: rows of rewards; `pos`: POS transactions nothing claimed.',
    }),
    state: ResultStateWire.optional(),
    code: ExceptionCodeWire.optional().meta({ description: 'Rows with this among their reason codes.' }),
  })
  .meta({ id: 'SearchResultsRequest' });
export type SearchResultsRequestWire = z.infer<typeof SearchResultsRequestWire>;
