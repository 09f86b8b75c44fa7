// Notices that rows are not sealed with the newest key, says how many, and has them sealed.
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import type { JobQueue } from '../../platform/queue/index.ts';
import { Watch } from '../../platform/watch.ts';
import { RESEAL_JOB, type RowsOfNobody } from './reseal-job.ts';
import type { SealedRowsRepository } from './sealed-rows.repository.ts';

const INTERVAL_MS = 600_000;
const HOUR_MS = 3_600_000;

export interface RotationWatchNeeds {
  rows: SealedRowsRepository;
  rowsOfNobody: RowsOfNobody;
  withinOrganization: WithinOrganization;
  listOrganizations(): Promise<string[]>;
  queue: Pick<JobQueue, 'enqueue'>;
  metrics: Pick<Metrics, 'patientRowsPending'>;
  logger: Logger;
}

export class RotationWatch extends Watch {
  constructor(private readonly needs: RotationWatchNeeds) {
    super({
      intervalMs: INTERVAL_MS,
      failure: 'could not look for rows to seal with the newest key',
      logger: needs.logger,
    });
  }

  /** @returns how many rows are left, of all organizations and of none. */
  async look(): Promise<number> {
    const { listOrganizations, logger, metrics, queue, rows, rowsOfNobody, withinOrganization } = this.needs;
    let pending = await rowsOfNobody.countPending();
    for (const organizationId of await listOrganizations()) {
      const ofOrganization = await withinOrganization(organizationId, () => rows.countPending());
      pending += ofOrganization.rows;
      const { unreadable } = ofOrganization;
      if (unreadable > 0)
        logger.error(
          { organizationId, rows: unreadable },
          'rows need a key that is not in FERNET_KEYS: put it back',
        );
    }
    metrics.patientRowsPending.set(pending);
    // However many processes look: one job an hour until nothing is left.
    if (pending > 0) await queue.enqueue(RESEAL_JOB, `reseal.${Math.floor(Date.now() / HOUR_MS)}`, {});
    return pending;
  }
}
