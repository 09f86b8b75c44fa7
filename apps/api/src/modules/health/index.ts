export { dependencyGauges } from './dependency-gauges.ts';
export { HealthController } from './health.controller.ts';
export { HealthService } from './health.service.ts';
export { createProbes } from './health-probes.ts';
export { MachineWatch } from './machine-watch.ts';
export { ProcessLimitsWatch, processUsage } from './process-limits.ts';
export { systemMetricsOf } from './system-metrics.ts';
