// Work that is written down in the database but never came to the queue, because a process died between the two or the
// queue was away: looked for at the start and again every minute.
import type { Logger } from '../logging/index.ts';

const INTERVAL_MS = 60_000;

export interface UnqueuedSweepNeeds<T> {
  /** What is looked for, in the plural, for the log. */
  name: string;
  /** Of all organizations. */
  findUnqueued(): Promise<readonly T[]>;
  enqueue(found: T): Promise<void>;
  logger: Logger;
}

export class UnqueuedSweep<T> {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly needs: UnqueuedSweepNeeds<T>) {}

  /** Resolves after the first look. A look that fails is logged, and the next one comes. */
  async start(): Promise<void> {
    await this.#look();
    this.#timer = setInterval(() => void this.#look(), INTERVAL_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #look(): Promise<void> {
    const { enqueue, findUnqueued, logger, name } = this.needs;
    try {
      for (const found of await findUnqueued()) await enqueue(found);
    } catch (error) {
      logger.warn({ err: error }, `could not look for ${name} that were never enqueued`);
    }
  }
}
