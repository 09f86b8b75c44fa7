// Work that is written down in the database but never came to the queue, because a process died between the two or the
// queue was away: looked for at the start and again every minute.
import type { Logger } from '../logging/index.ts';
import { Watch } from '../watch.ts';

const INTERVAL_MS = 60_000;

export interface UnqueuedSweepNeeds<T> {
  /** What is looked for, in the plural, for the log. */
  name: string;
  /** Of all organizations. */
  findUnqueued(): Promise<readonly T[]>;
  enqueue(found: T): Promise<void>;
  logger: Logger;
}

export class UnqueuedSweep<T> extends Watch {
  constructor(private readonly needs: UnqueuedSweepNeeds<T>) {
    super({
      intervalMs: INTERVAL_MS,
      failure: `could not look for ${needs.name} that were never enqueued`,
      logger: needs.logger,
    });
  }

  async look(): Promise<void> {
    for (const found of await this.needs.findUnqueued()) await this.needs.enqueue(found);
  }
}
