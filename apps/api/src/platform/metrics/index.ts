export { createMetrics, type Metrics, measurePool, measureQueue } from './metrics.ts';
export { performanceStats } from './performance-stats.ts';
