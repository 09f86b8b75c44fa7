// Figures of the system, the model and the jobs, put together for people who plan.
import {
  dollarsOf,
  type JobAnalyticsWire,
  type ModelStatisticsWire,
  type PerformanceAnalyticsWire,
  type SystemStatusWire,
} from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AnalyticsRepository } from './analytics.repository.ts';

export interface AnalyticsNeeds {
  figures: AnalyticsRepository;
  withinOrganization: WithinOrganization;
  system(): Promise<SystemStatusWire>;
  /** Of the model in use by an organization. */
  model(organizationId: string): Promise<ModelStatisticsWire>;
}

export class AnalyticsService {
  constructor(private readonly needs: AnalyticsNeeds) {}

  /** @throws Refusal `service.unavailable` without a model. */
  async performance({ organizationId }: Caller, days: number): Promise<PerformanceAnalyticsWire> {
    const { figures, withinOrganization } = this.needs;
    const [system, model, jobs] = await Promise.all([
      this.needs.system(),
      this.needs.model(organizationId),
      withinOrganization(organizationId, async () => ({
        ...(await figures.ofJobs(days)),
        by_day: await figures.byDay(days),
      })),
    ]);
    const { cpu_percent, disk_percent, memory_percent } = system.system_metrics;
    const { avg_processing_time_ms, predictions } = system.performance_stats;
    return {
      generated_at: new Date().toISOString(),
      days,
      system: {
        status: system.status,
        uptime_seconds: system.uptime_seconds,
        cpu_percent,
        memory_percent,
        disk_percent,
        predictions,
        avg_processing_time_ms,
      },
      model,
      jobs,
    };
  }

  /** @throws Refusal `resource.not-found`. */
  async job({ organizationId }: Caller, jobId: string): Promise<JobAnalyticsWire> {
    const { figures, withinOrganization } = this.needs;
    return withinOrganization(organizationId, async () => {
      const job = await figures.job(jobId);
      if (!job) throw new Refusal('resource.not-found');
      const levels = await figures.byConfidence(jobId);
      const programs = await figures.byProgram(jobId);
      const { completedAt, createdAt, ...said } = job;
      return {
        ...said,
        job_id: jobId,
        created_at: createdAt.toISOString(),
        completed_at: completedAt?.toISOString() ?? null,
        rewards: levels.reduce((sum, { rewards }) => sum + rewards, 0),
        reward_amount: dollarsOf(levels.reduce((sum, { cents }) => sum + cents, 0)),
        by_confidence: levels.map(({ cents, ...level }) => ({ ...level, reward_amount: dollarsOf(cents) })),
        by_program: programs.map(({ cents, matchedCents, ...program }) => ({
          ...program,
          reward_amount: dollarsOf(cents),
          matched_amount: dollarsOf(matchedCents),
        })),
        exceptions: await figures.exceptions(jobId),
        decisions: await figures.decisions(jobId),
      };
    });
  }
}
