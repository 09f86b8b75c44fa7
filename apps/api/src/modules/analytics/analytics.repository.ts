// Sums over jobs, results and decisions, inside the organization of the open transaction. Columns are named as on the
// wire where they travel as they are.
import {
  type ConfidenceLevel,
  ConfidenceLevelWire,
  confidenceLevelOf,
  type ExceptionCode,
  type JobAnalyticsWire,
  type JobStatisticsWire,
} from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import {
  IS_SHOWN,
  OUTCOME,
  REST_CENTS,
  REWARD_CENTS,
  STANDING_DECISION,
  STANDING_REST,
} from '../reconciliation/index.ts';

const SECONDS = 'extract(epoch FROM completed_at - started_at)::float8';
const WAITED = 'extract(epoch FROM started_at - created_at)::float8';
const IS_RECENT = 'organization_id = $1 AND created_at > now() - make_interval(days => $2)';
const IS_COMPLETED = "status = 'completed'";

const OF_JOBS = `
  SELECT count(*)::int AS started,
         count(*) FILTER (WHERE ${IS_COMPLETED})::int AS completed,
         count(*) FILTER (WHERE status = 'failed')::int AS failed,
         count(*) FILTER (WHERE status = 'cancelled')::int AS cancelled,
         count(*) FILTER (WHERE status IN ('pending', 'processing'))::int AS active,
         coalesce(sum(total_transactions) FILTER (WHERE ${IS_COMPLETED}), 0)::int AS transactions,
         coalesce(sum(matches_found) FILTER (WHERE ${IS_COMPLETED}), 0)::int AS matches_found,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY ${SECONDS}) FILTER (WHERE ${IS_COMPLETED}) AS median_seconds,
         percentile_cont(0.95) WITHIN GROUP (ORDER BY ${SECONDS}) FILTER (WHERE ${IS_COMPLETED}) AS p95_seconds,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY ${WAITED}) FILTER (WHERE started_at IS NOT NULL)
           AS median_waiting_seconds,
         sum(total_transactions) FILTER (WHERE ${IS_COMPLETED})
           / nullif(sum(${SECONDS}) FILTER (WHERE ${IS_COMPLETED}), 0) AS transactions_per_second
  FROM jobs WHERE ${IS_RECENT}`;

const BY_DAY = `
  SELECT to_char(completed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day, count(*)::int AS completed,
         sum(total_transactions)::int AS transactions, sum(matches_found)::int AS matches_found
  FROM jobs WHERE ${IS_RECENT} AND ${IS_COMPLETED} GROUP BY day ORDER BY day`;

const JOB = `
  SELECT status, created_at AS "createdAt", completed_at AS "completedAt", total_transactions,
         ${WAITED} AS waiting_seconds, ${SECONDS} AS processing_seconds, performance_metrics
  FROM jobs WHERE organization_id = $1 AND id = $2`;

const REWARDS = "r.organization_id = $1 AND r.job_id = $2 AND r.side = 'reward' AND r.result <> 'error'";

// Two decimals are enough to tell the level of a probability: every band begins at one.
const BY_PROBABILITY = `
  SELECT floor(match_probability * 100 + 1e-9) / 100 AS probability, count(*)::int AS rewards,
         sum(${REWARD_CENTS})::float8 AS cents
  FROM job_results r ${STANDING_DECISION} WHERE ${REWARDS} GROUP BY probability`;

const BY_PROGRAM = `
  SELECT r.program, count(*)::int AS rewards, sum(${REWARD_CENTS})::float8 AS cents,
         count(*) FILTER (WHERE ${OUTCOME} = 'match')::int AS matched,
         coalesce(sum(r.reward_amount_cents - ${REST_CENTS}) FILTER (WHERE ${OUTCOME} = 'match'), 0)::float8 AS "matchedCents"
  FROM job_results r ${STANDING_DECISION} ${STANDING_REST}
  WHERE ${REWARDS} GROUP BY r.program ORDER BY cents DESC, r.program`;

const EXCEPTIONS = `
  SELECT code, count(*)::int AS rows FROM job_results r, unnest(r.reason_codes) AS code
  WHERE r.organization_id = $1 AND r.job_id = $2 AND ${IS_SHOWN} GROUP BY code ORDER BY rows DESC, code`;

const countOf = (verdict: string): string =>
  `count(*) FILTER (WHERE d.verdict = '${verdict}')::int AS ${verdict}`;

const RESTS = `(
  SELECT count(*) FROM rest_write_offs x WHERE x.organization_id = $1 AND x.job_id = $2 AND x.undone_at IS NULL)`;

const DECISIONS = `
  SELECT ${['approved', 'rejected', 're_paired'].map(countOf).join(', ')},
         (count(*) FILTER (WHERE d.verdict = 'written_off') + ${RESTS})::int AS written_off,
         count(*) FILTER (WHERE d.carried_from_job_id IS NOT NULL)::int AS carried_over,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM d.decided_at - j.completed_at)::float8 / 3600)
           FILTER (WHERE d.carried_from_job_id IS NULL) AS median_hours
  FROM decisions d JOIN jobs j ON j.organization_id = d.organization_id AND j.id = d.job_id
  WHERE d.organization_id = $1 AND d.job_id = $2 AND d.undone_at IS NULL`;

type JobFigures = Pick<
  JobAnalyticsWire,
  'status' | 'total_transactions' | 'waiting_seconds' | 'processing_seconds' | 'performance_metrics'
> & { createdAt: Date; completedAt: Date | null };

interface LevelFigures {
  confidence_level: ConfidenceLevel;
  rewards: number;
  cents: number;
}

interface ProgramFigures {
  program: string | null;
  rewards: number;
  matched: number;
  cents: number;
  matchedCents: number;
}

export class AnalyticsRepository {
  /** Of the jobs begun in the last days. */
  async ofJobs(days: number): Promise<Omit<JobStatisticsWire, 'by_day'>> {
    return (await rowsOf<Omit<JobStatisticsWire, 'by_day'>>(OF_JOBS, days))[0]!;
  }

  /** The oldest first. */
  async byDay(days: number): Promise<JobStatisticsWire['by_day']> {
    return rowsOf(BY_DAY, days);
  }

  async job(jobId: string): Promise<JobFigures | undefined> {
    return (await rowsOf<JobFigures>(JOB, jobId))[0];
  }

  /** Every level, the surest first. */
  async byConfidence(jobId: string): Promise<LevelFigures[]> {
    const found = await rowsOf<{ probability: number; rewards: number; cents: number }>(
      BY_PROBABILITY,
      jobId,
    );
    return ConfidenceLevelWire.options.map((level) => {
      const ofLevel = found.filter(({ probability }) => confidenceLevelOf(probability) === level);
      return {
        confidence_level: level,
        rewards: ofLevel.reduce((sum, { rewards }) => sum + rewards, 0),
        cents: ofLevel.reduce((sum, { cents }) => sum + cents, 0),
      };
    });
  }

  /** The most dollars first. */
  async byProgram(jobId: string): Promise<ProgramFigures[]> {
    return rowsOf(BY_PROGRAM, jobId);
  }

  /** The most frequent first. */
  async exceptions(jobId: string): Promise<{ code: ExceptionCode; rows: number }[]> {
    return rowsOf(EXCEPTIONS, jobId);
  }

  /** Those that stand. */
  async decisions(jobId: string): Promise<JobAnalyticsWire['decisions']> {
    return (await rowsOf<JobAnalyticsWire['decisions']>(DECISIONS, jobId))[0]!;
  }
}

const rowsOf = <Row>(statement: string, parameter: string | number): Promise<Row[]> =>
  currentEntityManager().query<Row[]>(statement, [currentOrganizationId(), parameter]);
