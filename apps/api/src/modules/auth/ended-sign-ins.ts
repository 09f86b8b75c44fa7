// Clears away what is left of sign-ins that ended long ago. Several processes doing it do no harm.
import type { Database } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import { Watch } from '../../platform/watch.ts';

const KEPT_DAYS = 30;
const INTERVAL_MS = 3_600_000;

export class EndedSignIns extends Watch {
  constructor(
    private readonly database: Pick<Database, 'query'>,
    logger: Logger,
  ) {
    super({ intervalMs: INTERVAL_MS, failure: 'could not clear away ended sign-ins', logger });
  }

  /** @returns how many sessions went. */
  async look(): Promise<number> {
    const [row] = await this.database.query<{ purged: number }>(
      'SELECT purge_ended_sign_ins(make_interval(days => $1)) AS purged',
      [KEPT_DAYS],
    );
    return row?.purged ?? 0;
  }
}
