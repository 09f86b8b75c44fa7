// BullMQ's worker asks for the next job again at once when the queue answers with an error: a database that is there and refuses
// would be asked thousands of times a second. This one waits, longer each time until there is an answer.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Job } from 'bullmq';
import { Worker } from './connection.ts';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;

/** After the `errors`-th error in a row. Workers that fail together ask again apart. @returns ms. */
export const waitAfterErrorsMs = (errors: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (errors - 1)) * (1 + Math.random() / 2);

export class PacedWorker extends Worker {
  #errors = 0;
  readonly #closing = new AbortController();

  protected override async moveToActive(token: string, name?: string): Promise<Job> {
    try {
      const job = await super.moveToActive(token, name);
      this.#errors = 0;
      return job;
    } catch (error) {
      this.#errors += 1;
      await this.rest(waitAfterErrorsMs(this.#errors), this.#closing.signal);
      throw error;
    }
  }

  /** Waits; a shutdown waits for nothing. */
  protected async rest(ms: number, closing: AbortSignal): Promise<void> {
    await sleep(ms, undefined, { signal: closing }).catch(() => undefined);
  }

  override close(force?: boolean): Promise<void> {
    this.#closing.abort();
    return super.close(force);
  }
}
