// What happens to the audit log without anyone asking: heads are anchored every hour, every chain is verified once a night,
// by one of all processes on the database.
import type { Database } from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import type { Metrics } from '../../platform/metrics/index.ts';
import { findingIn } from './audit-chain.ts';
import { organizationsWithLog, type VerificationNeeds, verifyChain } from './verify-chain.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Of the day, UTC: most clinics of North America sleep. */
const VERIFICATION_HOUR = 8;

/** When the night began in which all chains are to have been verified. */
export function lastNight(now: Date): Date {
  const today = new Date(now).setUTCHours(VERIFICATION_HOUR, 0, 0, 0);
  return new Date(today <= now.getTime() ? today : today - DAY_MS);
}

export interface AuditWatchNeeds extends VerificationNeeds {
  /** Every organization that has a chain. */
  listOrganizations(): Promise<string[]>;
  query: Database['query'];
  metrics: Pick<Metrics, 'auditChainsBroken' | 'auditChainValid' | 'auditEventsVerified' | 'auditVerifiedAt'>;
  logger: Logger;
}

export class AuditWatch {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly needs: AuditWatchNeeds) {}

  /** Anchors at once, then every hour; nobody waits for a verification that is due. */
  async start(): Promise<void> {
    await this.#turn(() => this.anchorAll());
    void this.#turn(() => this.verifyWhenDue());
    this.#timer = setInterval(() => void this.#everyHour(), HOUR_MS);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Signs the end of every chain that has grown, unless that end is none that was recorded. */
  async anchorAll(): Promise<void> {
    for (const organizationId of await this.needs.listOrganizations()) await this.#anchor(organizationId);
  }

  /** Verifies unless somebody has since the last night began, or is at it. @returns whether it did. */
  async verifyWhenDue(): Promise<boolean> {
    const { query } = this.needs;
    const due = [lastNight(new Date())];
    const [row] = await query<{ isOurs: boolean }>('SELECT begin_audit_check($1) AS "isOurs"', due);
    if (!row!.isOurs) return false;
    await this.verifyAll();
    await query('SELECT end_audit_check()');
    return true;
  }

  /** @returns how many chains are broken. */
  async verifyAll(): Promise<number> {
    const { anchors, listOrganizations, logger, metrics } = this.needs;
    let [broken, events] = [0, 0];
    for (const organizationId of await organizationsWithLog(await listOrganizations(), anchors)) {
      const verification = await verifyChain(organizationId, this.needs);
      events += verification.events;
      if (verification.intact) continue;
      broken += 1;
      logger.error({ organizationId, findings: verification.findings }, 'the audit log was tampered with');
    }
    metrics.auditChainsBroken.set(broken);
    metrics.auditChainValid.set(broken === 0 ? 1 : 0);
    metrics.auditEventsVerified.set(events);
    metrics.auditVerifiedAt.setToCurrentTime();
    return broken;
  }

  async #everyHour(): Promise<void> {
    await this.#turn(() => this.anchorAll());
    await this.#turn(() => this.verifyWhenDue());
  }

  async #turn(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.needs.logger.error({ err: error }, 'could not look after the audit log');
    }
  }

  async #anchor(organizationId: string): Promise<void> {
    const { anchors, keys, logger, repository, withinOrganization } = this.needs;
    const newest = (await anchors.read(organizationId)).good.at(-1);
    const end = await withinOrganization(organizationId, async () => {
      const head = await repository.head();
      return { head, event: await repository.find(head.seq) };
    });
    const { event, head } = end;
    if (head.seq === newest?.seq) return;
    const isRecorded = event?.mac.equals(head.mac) && !findingIn(event, organizationId, keys);
    if (!isRecorded || head.seq < (newest?.seq ?? 0)) {
      logger.error({ organizationId, seq: head.seq }, 'the end of the audit log is not what was recorded');
      return;
    }
    await anchors.add(organizationId, head, new Date());
  }
}
