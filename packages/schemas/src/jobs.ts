// Reconciliation jobs: start, progress, results, history.
import * as z from 'zod';
import { ConfidenceLevelWire, RecommendationWire, ResultWire, ThresholdWire } from './confidence.ts';
import { ExceptionCodeWire } from './exceptions.ts';
import { ExplanationWire } from './explanation.ts';
import { AssignmentWire, DecisionWire, EarlierDecisionWire, NoteWire, ResultStateWire } from './reviews.ts';
import { TransactionWire } from './transaction.ts';
import { SkippedRowWire, UploadSideWire } from './uploads.ts';

export const JobStatusWire = z.enum(['pending', 'processing', 'completed', 'failed', 'cancelled']);
export type JobStatus = z.infer<typeof JobStatusWire>;

/** The most transactions per side that one request body may carry; more belongs in a file. */
export const MAX_BODY_TRANSACTIONS = 100_000;

const transactions = z.array(TransactionWire).min(1).max(MAX_BODY_TRANSACTIONS);

export const StartJobRequestWire = z
  .strictObject({
    reward_transactions: transactions.optional(),
    pos_transactions: transactions.optional(),
    reward_upload_id: z.uuid().optional(),
    pos_upload_id: z.uuid().optional(),
    threshold: ThresholdWire,
    job_id: z.uuid().optional().meta({ description: 'Chosen by the caller, to make a retry safe.' }),
  })
  .superRefine(
    (body, context) => {
      for (const side of ['reward', 'pos'] as const) {
        const given = [body[`${side}_transactions`], body[`${side}_upload_id`]].filter(
          (v) => v !== undefined,
        );
        if (given.length === 1) continue;
        context.addIssue({
          code: 'custom',
          path: [`${side}_transactions`],
          message: `give either ${side}_transactions or ${side}_upload_id`,
        });
      }
    },
    // Also where other fields are bad: everything wrong is said at once.
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
  .meta({
    id: 'StartJobRequest',
    example: {
      reward_transactions: [
        {
          transaction_id: 'R-1001',
          customer_name: 'Kate Miller',
          amount: 40,
          date: '2024-01-16',
          program: 'evolus',
        },
      ],
      pos_transactions: [
        { transaction_id: 'P-2001', customer_name: 'Katherine Miller', amount: 40, date: '2024-01-15' },
      ],
    },
  });
export type StartJobRequestWire = z.infer<typeof StartJobRequestWire>;

export const StartJobResponseWire = z
  .object({
    job_id: z.uuid(),
    status: JobStatusWire,
    total_transactions: z.int(),
    estimated_time_seconds: z.number(),
  })
  .meta({ id: 'StartJobResponse' });
export type StartJobResponseWire = z.infer<typeof StartJobResponseWire>;

export const DriftWire = z
  .object({
    overall: z.number().meta({
      description: 'How unlike the training data the files are: above 1, more than any book of it.',
    }),
    comparisons: z.array(
      z.object({
        comparison: z.string(),
        label: z.string(),
        stability_index: z.number(),
        missing: z.number().meta({ description: 'Share of likely pairs the comparison says nothing about.' }),
        cut: z.number(),
      }),
    ),
    words: z
      .string()
      .nullable()
      .meta({ description: 'What follows from it; null where nothing is unusual.' }),
  })
  .meta({ id: 'Drift' });
export type DriftWire = z.infer<typeof DriftWire>;

export const PerformanceMetricsWire = z
  .object({
    processing_time_ms: z.number(),
    transactions_per_second: z.number(),
    candidate_pairs: z.int(),
    stages: z.array(z.object({ stage: z.string(), duration_ms: z.number() })),
    drift: DriftWire.optional(),
    passed_over: z.string().optional().meta({
      description:
        'Present when rewards met more rows like them than are compared: how often, and what helps.',
    }),
  })
  .meta({ id: 'PerformanceMetrics' });
export type PerformanceMetricsWire = z.infer<typeof PerformanceMetricsWire>;

export const LeftOutWire = z
  .object({
    period: z
      .string()
      .meta({ description: 'The closed month, with its location and program where it has one.' }),
    rewards: z.int(),
    pos: z.int(),
  })
  .meta({ id: 'LeftOut', example: { period: 'March 2026, Downtown', rewards: 12, pos: 40 } });
export type LeftOutWire = z.infer<typeof LeftOutWire>;

const leftOut = z.array(LeftOutWire).meta({
  description:
    'Transactions of closed months, which a run leaves as they were closed: they have no row in it.',
});

export const JobWire = z
  .object({
    job_id: z.uuid(),
    status: JobStatusWire,
    created_at: z.string(),
    started_at: z.string().nullable(),
    completed_at: z.string().nullable(),
    threshold: z.number(),
    total_transactions: z.int(),
    processed_transactions: z.int(),
    matches_found: z.int().meta({ description: 'Rewards the run matched; decisions do not change it.' }),
    progress_percent: z.number(),
    errors: z.array(z.string()),
    undone_at: z.string().nullable().meta({
      description: 'When its decisions and automatic approvals were taken back; null while they stand.',
    }),
    left_out: leftOut,
    performance_metrics: PerformanceMetricsWire.nullable(),
  })
  .meta({ id: 'Job' });
export type JobWire = z.infer<typeof JobWire>;

export const ActiveJobsWire = z
  .object({ active_jobs: z.array(JobWire), total_active: z.int() })
  .meta({ id: 'ActiveJobs' });
export type ActiveJobsWire = z.infer<typeof ActiveJobsWire>;
export const JobHistoryWire = z
  .object({ jobs: z.array(JobWire), total_returned: z.int() })
  .meta({ id: 'JobHistory' });
export type JobHistoryWire = z.infer<typeof JobHistoryWire>;

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
    explanation: ExplanationWire.nullable(),
    runner_up: RunnerUpWire.nullable(),
    nearest_reward: NearestRewardWire.nullable().meta({
      description:
        'Of a sale that nothing claims: the reward that came nearest. Of a tie: the reward that wants the sale as much.',
    }),
    reason_codes: z.array(ExceptionCodeWire),
    unreadable: UnreadableWire.nullable().meta({
      description:
        'Of a row with result `error`: the row of the file that could not be read. Null otherwise.',
    }),
    decision: DecisionWire.nullable(),
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
 * number of rewards read, and matched + review + unmatched dollars are theirs.
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
    reward_amount: dollars('Dollars redeemed, all rewards.'),
    matched_amount: dollars('Dollars of the rewards in matches_found.'),
    review_amount: dollars('Dollars of the rewards in review_required.'),
    unmatched_amount: dollars('Dollars of the rewards in no_matches.'),
    written_off: count(
      'Rows written off by a person, of either side. Rewards among them count in no_matches too.',
    ),
    written_off_amount: dollars('Dollars of the rows in written_off.'),
    awaiting_approval: count(
      'Rows whose write-off waits for a second person. Until then they count as if nobody had decided.',
    ),
    awaiting_approval_amount: dollars('Dollars that the rows in awaiting_approval would give up.'),
    unclaimed_pos: count('POS transactions that no reward claimed when the job ran.'),
    left_out: leftOut,
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

export const CancelJobResponseWire = z
  .object({ message: z.string(), job_id: z.uuid() })
  .meta({ id: 'CancelJobResponse' });
export type CancelJobResponseWire = z.infer<typeof CancelJobResponseWire>;
