// How the work goes: the system, the model and the jobs of a time, and one job looked at closely. Counts, dollars and
// seconds only; nothing here names a patient.
import * as z from 'zod';
import { ConfidenceLevelWire } from './confidence.ts';
import { ExceptionCodeWire } from './exceptions.ts';
import { HealthStatusWire } from './health.ts';
import { JobStatusWire, PerformanceMetricsWire } from './jobs.ts';
import { ModelMetricsWire } from './models.ts';

const count = (description: string) => z.int().meta({ description });
const seconds = (description: string) => z.number().nullable().meta({ description });

export const JobStatisticsWire = z
  .object({
    started: count('Jobs begun in this time, of whatever became of them.'),
    completed: z.int(),
    failed: z.int(),
    cancelled: z.int(),
    active: count('Waiting or running now.'),
    transactions: count('Read by the completed jobs.'),
    matches_found: count('Rewards the completed jobs matched; decisions do not change it.'),
    median_seconds: seconds('From the start of the work to its end; null without a completed job.'),
    p95_seconds: seconds('Nineteen of twenty completed jobs took no longer.'),
    median_waiting_seconds: seconds('From being asked for to the start of the work.'),
    transactions_per_second: seconds('Over all completed jobs.'),
    by_day: z
      .array(
        z.object({
          day: z.string().meta({ description: 'Of UTC.', example: '2026-03-14' }),
          completed: z.int(),
          transactions: z.int(),
          matches_found: z.int(),
        }),
      )
      .meta({ description: 'Days with a completed job, the oldest first.' }),
  })
  .meta({ id: 'JobStatistics' });
export type JobStatisticsWire = z.infer<typeof JobStatisticsWire>;

export const ModelStatisticsWire = ModelMetricsWire.extend({ version: z.string() }).meta({
  id: 'ModelStatistics',
});
export type ModelStatisticsWire = z.infer<typeof ModelStatisticsWire>;

/** GET /analytics/performance. */
export const PerformanceAnalyticsWire = z
  .object({
    generated_at: z.string(),
    days: count('How far back the jobs go.'),
    system: z
      .object({
        status: HealthStatusWire,
        uptime_seconds: z.number(),
        cpu_percent: z.number(),
        memory_percent: z.number(),
        disk_percent: z.number(),
        predictions: z.int(),
        avg_processing_time_ms: z.number(),
      })
      .meta({ description: 'Of the process that answers and its machine.' }),
    model: ModelStatisticsWire,
    jobs: JobStatisticsWire,
  })
  .meta({ id: 'PerformanceAnalytics' });
export type PerformanceAnalyticsWire = z.infer<typeof PerformanceAnalyticsWire>;

/** GET /analytics/jobs/{job_id}. */
export const JobAnalyticsWire = z
  .object({
    job_id: z.uuid(),
    status: JobStatusWire,
    created_at: z.string(),
    completed_at: z.string().nullable(),
    waiting_seconds: seconds('Before the work began; null until then.'),
    processing_seconds: seconds('From its start to its end; null until then.'),
    total_transactions: z.int(),
    rewards: count('Rewards with a result.'),
    reward_amount: z.number().meta({ description: 'Dollars of them.' }),
    by_confidence: z
      .array(z.object({ confidence_level: ConfidenceLevelWire, rewards: z.int(), reward_amount: z.number() }))
      .meta({ description: 'As the run found them, every level, the surest first.' }),
    by_program: z
      .array(
        z.object({
          program: z.string().nullable().meta({ description: 'Null: the row names none.' }),
          rewards: z.int(),
          matched: count('By the run or by a person, as decided now.'),
          reward_amount: z.number(),
          matched_amount: z.number(),
        }),
      )
      .meta({ description: 'The most dollars first.' }),
    exceptions: z
      .array(z.object({ code: ExceptionCodeWire, rows: z.int() }))
      .meta({ description: 'Rows the run gave each code to, the most frequent first.' }),
    decisions: z
      .object({
        approved: z.int(),
        rejected: z.int(),
        re_paired: z.int(),
        written_off: z.int(),
        carried_over: count('Of all of these, taken over from an earlier job.'),
        median_hours: z.number().nullable().meta({
          description: 'From the end of the job to the decision; null without one made here.',
        }),
      })
      .meta({ description: 'That stand.' }),
    performance_metrics: PerformanceMetricsWire.nullable(),
  })
  .meta({ id: 'JobAnalytics' });
export type JobAnalyticsWire = z.infer<typeof JobAnalyticsWire>;
