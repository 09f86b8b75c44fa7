// How far a run is, as one number from several kinds of work. The engine's share of the time was measured on
// 10,000 × 10,000 rows; the rest is writing the results.
import type { JobProgress } from '../jobs/job.ts';

const ENGINE_SHARE = 0.7;

export class JobGauge {
  #share = 0;
  #stage = 'reading';
  #matchesFound = 0;

  constructor(private readonly totalTransactions: number) {}

  engineIsAt(stage: string, share: number): void {
    this.#stage = stage;
    // A stage that took longer than its share makes the next one start behind: a bar never goes back.
    this.#share = Math.max(this.#share, ENGINE_SHARE * share);
  }

  /** Of the result rows, of which there are about as many as transactions, or fewer. */
  wrote(rows: number, matchesFound: number): void {
    this.#stage = 'writing';
    this.#share = ENGINE_SHARE + (1 - ENGINE_SHARE) * Math.min(1, rows / Math.max(1, this.totalTransactions));
    this.#matchesFound = matchesFound;
  }

  /** Never all of it: only a completed job has processed everything. */
  read(): JobProgress {
    const processed = Math.floor(this.totalTransactions * this.#share);
    return {
      stage: this.#stage,
      processedTransactions: Math.min(processed, Math.max(0, this.totalTransactions - 1)),
      matchesFound: this.#matchesFound,
    };
  }
}
