export { countJobEnd, JobEnd } from './job-ends.ts';
export { createMetrics, type Metrics, measurePool, measureQueue, measureWebhooks } from './metrics.ts';
export { performanceStats } from './performance-stats.ts';
