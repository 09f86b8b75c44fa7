// How long a pair took, over the latest requests: exact percentiles of a bounded sample, where Prometheus' buckets
// would only bracket them.
import type { ModelMetricsWire } from '@medspasync/schemas';

const SAMPLE_SIZE = 4096;

export class PredictionTimings {
  readonly #sampleMs = new Float64Array(SAMPLE_SIZE);
  #recorded = 0;

  record(msPerPair: number): void {
    this.#sampleMs[this.#recorded % SAMPLE_SIZE] = msPerPair;
    this.#recorded += 1;
  }

  /** Nearest-rank percentiles; null before the first prediction. */
  summary(): ModelMetricsWire['timings'] {
    const samples = Math.min(this.#recorded, SAMPLE_SIZE);
    const sorted = this.#sampleMs.slice(0, samples).sort();
    const percentile = (share: number): number | null => sorted[Math.ceil(share * samples) - 1] ?? null;
    return { p50_ms: percentile(0.5), p99_ms: percentile(0.99), samples };
  }
}
