// Reconciliation jobs: start, progress, history. What they find is in results.ts.
import * as z from 'zod';
import { ThresholdWire } from './threshold.ts';
import { TransactionWire } from './transaction.ts';

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
    repeats_code: z.array(z.string()).meta({
      description:
        'Of a job started by lists: which new transactions bear a code that its patient has brought for the same amount before, in the request or earlier. Each counts as another redemption; it may be the same one entered again. Files say so in their own answers.',
      example: ['reward_transactions[3]'],
    }),
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
    date_order: z.string().optional().meta({
      description:
        'Present when one of the files seems to have been read with day and month exchanged: how many pairs say so.',
    }),
    passed_over: z.string().optional().meta({
      description:
        'Present when rewards met more rows like them than are compared: how many, and what helps.',
    }),
    passed_over_rewards: z
      .int()
      .optional()
      .meta({ description: 'How many rewards these were; absent for none.' }),
    used_twice: z.string().optional().meta({
      description:
        'Present when rewards that have sales of their own bear one code: how many, and how to find them.',
    }),
    used_twice_rewards: z
      .int()
      .optional()
      .meta({ description: 'How many rewards these were; absent for none.' }),
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

export const CancelJobResponseWire = z
  .object({ message: z.string(), job_id: z.uuid() })
  .meta({ id: 'CancelJobResponse' });
export type CancelJobResponseWire = z.infer<typeof CancelJobResponseWire>;
