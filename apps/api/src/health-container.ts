// The part of the composition root that watches: how the machine, this process and what it depends on are doing.
import {
  createProbes,
  dependencyGauges,
  HealthService,
  MachineWatch,
  ProcessLimitsWatch,
  processUsage,
  systemMetricsOf,
} from './modules/health/index.ts';
import type { CurrentModel } from './modules/models/index.ts';
import { performanceStats } from './platform/metrics/index.ts';
import type { Platform } from './platform/platform.ts';

export interface Health {
  health: HealthService;
  machine: MachineWatch;
}

/** @param jobsCompleted reconciliations that have completed since this process started. */
export function createHealth(
  { config, database, logger, metrics, queue, redis }: Platform,
  modelStatus: CurrentModel['status'],
  jobsCompleted: () => number,
): Health {
  // Each asker its own: processor time is counted since that one asked last.
  const systemMetrics = () => systemMetricsOf(config.localDir);
  const limits = new ProcessLimitsWatch({ limits: config.limits, usage: processUsage(), metrics, logger });
  const health = new HealthService({
    version: config.version,
    probes: createProbes({
      database,
      queue,
      redis,
      onRedisAnswer: (seconds) => metrics.redisSeconds.observe({ command: 'PING' }, seconds),
      modelStatus,
      directory: config.localDir,
    }),
    systemMetrics: systemMetrics(),
    modelStatus,
    performanceStats: async () => ({ ...(await performanceStats(metrics)), jobs_completed: jobsCompleted() }),
    jobCounts: queue.counts,
    alerts: () => limits.alerts(),
    onChecked: dependencyGauges(metrics, redis !== undefined),
  });
  return { health, machine: new MachineWatch({ systemMetrics: systemMetrics(), limits, metrics, logger }) };
}
