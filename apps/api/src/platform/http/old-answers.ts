// Clears away kept answers that are no longer good, of organizations that have not come back. Several processes doing it do no
// harm.
import type { Database } from '../database/index.ts';
import type { Logger } from '../logging/index.ts';
import { Watch } from '../watch.ts';

const INTERVAL_MS = 3_600_000;

export class OldAnswers extends Watch {
  constructor(
    private readonly database: Pick<Database, 'query'>,
    logger: Logger,
  ) {
    super({ intervalMs: INTERVAL_MS, failure: 'could not clear away old kept answers', logger });
  }

  /** @returns how many went. */
  async look(): Promise<number> {
    const [row] = await this.database.query<{ purged: number }>('SELECT purge_kept_answers() AS purged');
    return row!.purged;
  }
}
