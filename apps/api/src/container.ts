// The composition root: the only place where services are made and slices are wired to each other.
import { createProbes, HealthController, HealthService, systemMetricsOf } from './modules/health/index.ts';
import type { ControllerFactories } from './platform/http/index.ts';
import { performanceStats } from './platform/metrics/index.ts';
import type { Platform } from './platform/platform.ts';
import type { AnyJobHandler } from './platform/queue/index.ts';

export interface Container {
  controllers: ControllerFactories;
  jobHandlers: readonly AnyJobHandler[];
  /** Once the API is up: sweeps and watches. */
  start(): Promise<void>;
  stop(): void;
}

/** Entities of all slices, for the database connection. */
export const ENTITIES = [];

export function createContainer(platform: Platform): Container {
  const { config, database, metrics, queue, redis } = platform;
  const modelStatus = () => ({ loaded: false, version: 'none' });

  const health = new HealthService({
    version: config.version,
    probes: createProbes({ database, queue, redis, modelStatus, directory: config.localDir }),
    systemMetrics: systemMetricsOf(config.localDir),
    modelStatus,
    performanceStats: () => performanceStats(metrics),
    jobCounts: queue.counts,
  });

  return {
    controllers: new Map([[HealthController, () => new HealthController(health)]]),
    jobHandlers: [],
    start: () => health.startWatching(),
    stop: () => health.stopWatching(),
  };
}
