// What only the date opens is told of once a night, by one of all processes on the database: rows whose days are over, and
// redemptions that were not paid back in time.
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import { Watch } from '../../platform/watch.ts';
import { lastNight } from '../audit/index.ts';
import { type Announcements, CATCH_UP_DAYS } from '../reconciliation/index.ts';
import type { OverdueRepository } from './overdue.repository.ts';

export interface DateWatchNeeds {
  announcements: Pick<Announcements, 'night'>;
  overdue: OverdueRepository;
  listOrganizations(): Promise<string[]>;
  withinOrganization: WithinOrganization;
  logger: Logger;
}

/** Also what a night that nobody was up for would have told is told within the hour. */
const INTERVAL_MS = 3_600_000;

export class DateWatch extends Watch {
  constructor(private readonly needs: DateWatchNeeds) {
    super({
      intervalMs: INTERVAL_MS,
      failure: 'could not tell what the date has opened',
      logger: needs.logger,
    });
  }

  async look(): Promise<void> {
    const { announcements, listOrganizations, logger, overdue, withinOrganization } = this.needs;
    const since = lastNight(new Date());
    for (const organizationId of await listOrganizations())
      try {
        await withinOrganization(organizationId, () =>
          announcements.night(since, (limit) => overdue.noteOpened(CATCH_UP_DAYS, limit)),
        );
      } catch (error) {
        // The others are told all the same; this one within the hour.
        logger.error(
          { err: error, organizationId },
          'could not tell an organization what the date has opened',
        );
      }
  }
}
