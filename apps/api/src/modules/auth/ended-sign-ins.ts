// Clears away what is left of sign-ins that ended long ago. Several processes doing it do no harm.
import type { Database } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logging/index.ts';

const KEPT_DAYS = 30;
const INTERVAL_MS = 3_600_000;

export class EndedSignIns {
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Pick<Database, 'query'>,
    private readonly logger: Logger,
  ) {}

  /** Now, and every hour. */
  startPurging(): void {
    const purge = (): void => {
      this.purge().catch((error: unknown) =>
        this.logger.warn({ err: error }, 'could not clear away ended sign-ins'),
      );
    };
    purge();
    this.#timer = setInterval(purge, INTERVAL_MS);
    this.#timer.unref();
  }

  stopPurging(): void {
    clearInterval(this.#timer);
  }

  /** @returns how many sessions went. */
  async purge(): Promise<number> {
    const [row] = await this.database.query<{ purged: number }>(
      'SELECT purge_ended_sign_ins(make_interval(days => $1)) AS purged',
      [KEPT_DAYS],
    );
    return row?.purged ?? 0;
  }
}
