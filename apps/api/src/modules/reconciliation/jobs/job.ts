// A reconciliation job as the slice speaks of it, and as the wire shows it.
import type {
  JobProgressWire,
  JobStatus,
  JobWire,
  LeftOutWire,
  PerformanceMetricsWire,
} from '@medspasync/schemas';

export interface NewJob {
  id: string;
  rewardUploadId: string;
  posUploadId: string;
  threshold: number;
  totalTransactions: number;
  /** Of the request without its job id: tells a retry from another job under the same id. */
  requestDigest: Buffer;
  createdBy: string;
}

export interface StoredJob extends Omit<NewJob, 'createdBy'> {
  status: JobStatus;
  createdAt: Date;
  enqueuedAt: Date | null;
  startedAt: Date | null;
  completedAt: Date | null;
  cancelRequestedAt: Date | null;
  /** Times it was started again after it failed. */
  retries: number;
  undoneAt: Date | null;
  stage: string | null;
  processedTransactions: number;
  matchesFound: number;
  errors: string[];
  leftOut: LeftOutWire[];
  performanceMetrics: PerformanceMetricsWire | null;
}

export interface JobProgress {
  stage: string;
  processedTransactions: number;
  matchesFound: number;
}

/** How a finished run is noted. */
export interface Completion {
  matchesFound: number;
  leftOut: readonly LeftOutWire[];
  performanceMetrics: PerformanceMetricsWire;
  modelVersion: string;
  planVersion: string;
}

export const isOver = (status: JobStatus): boolean => !['pending', 'processing'].includes(status);

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** One decimal: nobody reads more of a bar. */
function percentOf({ processedTransactions, totalTransactions }: StoredJob): number {
  return totalTransactions === 0 ? 0 : Math.round((processedTransactions / totalTransactions) * 1000) / 10;
}

export const jobToWire = (job: StoredJob): JobWire => ({
  job_id: job.id,
  status: job.status,
  created_at: job.createdAt.toISOString(),
  started_at: iso(job.startedAt),
  completed_at: iso(job.completedAt),
  threshold: job.threshold,
  total_transactions: job.totalTransactions,
  processed_transactions: job.processedTransactions,
  matches_found: job.matchesFound,
  progress_percent: percentOf(job),
  errors: job.errors,
  undone_at: iso(job.undoneAt),
  left_out: job.leftOut,
  performance_metrics: job.performanceMetrics,
});

/** What the members of the organization are told while it runs. */
export const progressToWire = (job: StoredJob): JobProgressWire => ({
  job_id: job.id,
  status: job.status,
  processed_transactions: job.processedTransactions,
  total_transactions: job.totalTransactions,
  matches_found: job.matchesFound,
  progress_percent: percentOf(job),
  stage: job.stage ?? job.status,
});
