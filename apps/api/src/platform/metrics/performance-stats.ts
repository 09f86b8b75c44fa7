// A few totals read back from the metrics, for people who look at /status and not at Prometheus.
import type { Metrics } from './metrics.ts';

export interface PerformanceStats {
  predictions: number;
  avg_processing_time_ms: number;
}

/** Since this process started. */
export async function performanceStats(metrics: Metrics): Promise<PerformanceStats> {
  const [predictions, seconds] = await Promise.all([
    metrics.predictions.get(),
    metrics.predictionSeconds.get(),
  ]);
  const total = (suffix: string): number =>
    seconds.values.find(({ metricName }) => metricName === `prediction_duration_seconds_${suffix}`)?.value ??
    0;
  const count = total('count');
  return {
    predictions: predictions.values.reduce((sum, { value }) => sum + value, 0),
    avg_processing_time_ms: count === 0 ? 0 : Math.round((total('sum') / count) * 1e6) / 1000,
  };
}
