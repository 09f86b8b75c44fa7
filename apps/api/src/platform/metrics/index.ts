export { createMetrics, type Metrics, measureQueue } from './metrics.ts';
export { performanceStats } from './performance-stats.ts';
