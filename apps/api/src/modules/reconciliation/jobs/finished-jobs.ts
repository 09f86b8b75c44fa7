// Reconciliations that this process has heard the end of, for people who look at /status: every API hears of all of them,
// whoever ran them.
import { JOB_PROGRESS_EVENT, JobProgressWire } from '@medspasync/schemas';
import type { PublishedEvent } from '../../../platform/queue/index.ts';

export class FinishedJobs {
  #completed = 0;

  /** Since this process started. */
  get completed(): number {
    return this.#completed;
  }

  /** For `queue.onPublished`. */
  hear({ event, payload }: PublishedEvent): void {
    if (event === JOB_PROGRESS_EVENT && JobProgressWire.parse(payload).status === 'completed')
      this.#completed += 1;
  }
}
