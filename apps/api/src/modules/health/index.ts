export { HealthController } from './health.controller.ts';
export { HealthService } from './health.service.ts';
export { createProbes } from './health-probes.ts';
export { systemMetricsOf } from './system-metrics.ts';
