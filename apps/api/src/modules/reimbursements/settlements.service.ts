// Runs that settle payments, from the outside: started, watched; a sweep enqueues what a crash left behind.
import { randomUUID } from 'node:crypto';
import { dollarsOf, type SettlementWire } from '@medspasync/schemas';
import { afterCommit, type WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import { UnqueuedSweep } from '../../platform/queue/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { SettleJobData } from './settle-job.ts';
import type { SettlementsRepository, StoredSettlement } from './settlements.repository.ts';

export interface SettlementsServiceNeeds {
  settlements: SettlementsRepository;
  /** Safe to call again for the same settlement. */
  enqueue(data: SettleJobData): Promise<void>;
  /** Of all organizations. */
  findUnqueued(): Promise<SettleJobData[]>;
  audit: AuditTrail;
  withinOrganization: WithinOrganization;
  logger: Logger;
}

export class SettlementsService {
  /** Enqueues what a crash left behind, or what could not be enqueued while the queue was away. */
  readonly sweep: UnqueuedSweep<SettleJobData>;

  constructor(private readonly needs: SettlementsServiceNeeds) {
    const { findUnqueued, logger } = needs;
    const enqueue = (found: SettleJobData) => this.#enqueue(found);
    this.sweep = new UnqueuedSweep({ name: 'settlements', findUnqueued, enqueue, logger });
  }

  /** Over every payment that is open, and every redemption that is unpaid. */
  async start(caller: Caller): Promise<SettlementWire> {
    const { audit, settlements, withinOrganization } = this.needs;
    const { organizationId, userId } = caller;
    const settlementId = randomUUID();
    return withinOrganization(organizationId, async () => {
      await settlements.add(settlementId, userId);
      const subject = { kind: 'settlement', id: settlementId };
      audit.record(caller, { action: 'settlement.started', subject });
      await afterCommit(() => this.#enqueue({ organizationId, settlementId }));
      return toWire((await settlements.find(settlementId))!);
    });
  }

  /** @throws Refusal `resource.not-found`. */
  async get(caller: Caller, settlementId: string): Promise<SettlementWire> {
    const { settlements, withinOrganization } = this.needs;
    const found = await withinOrganization(caller.organizationId, () => settlements.find(settlementId));
    if (!found) throw new Refusal('resource.not-found');
    return toWire(found);
  }

  async #enqueue(data: SettleJobData): Promise<void> {
    const { enqueue, logger, settlements, withinOrganization } = this.needs;
    try {
      await enqueue(data);
      await withinOrganization(data.organizationId, () => settlements.noteEnqueued(data.settlementId));
    } catch (error) {
      // The settlement is written down; the next sweep enqueues it.
      logger.warn({ err: error, settlementId: data.settlementId }, 'could not enqueue a settlement');
    }
  }
}

const toWire = ({
  completedAt,
  createdAt,
  id,
  settledCents,
  ...settlement
}: StoredSettlement): SettlementWire => ({
  settlement_id: id,
  status: settlement.status,
  created_at: createdAt.toISOString(),
  completed_at: completedAt?.toISOString() ?? null,
  payments: settlement.payments,
  settled: settlement.settled,
  review: settlement.review,
  unexplained: settlement.unexplained,
  settled_amount: dollarsOf(settledCents),
  error: settlement.error,
});
