// What other slices use to tell the outside world: a message per endpoint that wants it, written in the transaction of
// what it tells of and enqueued after its commit; a sweep enqueues what a crash left behind.
import type { AuditDetail, WebhookEvent, WebhookMessageType } from '@medspasync/schemas';
import {
  afterCommit,
  currentOrganizationId,
  type WithinOrganization,
} from '../../platform/database/index.ts';
import type { Logger } from '../../platform/logging/index.ts';
import { UnqueuedSweep } from '../../platform/queue/index.ts';
import type { DeliverWebhookData } from './deliver-webhook-job.ts';
import type { DeliveriesRepository, StoredDelivery } from './deliveries.repository.ts';
import type { EndpointsRepository, StoredEndpoint } from './endpoints.repository.ts';

/** Counts, ids, codes and times. Never anything of a patient: it leaves the house. */
export type WebhookData = AuditDetail | Record<string, AuditDetail[string] | Record<string, number>>;

export interface WebhookOutboxNeeds {
  endpoints: EndpointsRepository;
  deliveries: DeliveriesRepository;
  withinOrganization: WithinOrganization;
  enqueue(delivery: DeliverWebhookData): Promise<void>;
  findUnqueued(): Promise<DeliverWebhookData[]>;
  logger: Logger;
}

export class WebhookOutbox {
  /** Enqueues what a crash left behind, or what could not be enqueued while the queue was away. */
  readonly sweep: UnqueuedSweep<DeliverWebhookData>;

  constructor(private readonly needs: WebhookOutboxNeeds) {
    const { findUnqueued, logger } = needs;
    const enqueue = (found: DeliverWebhookData) => this.#enqueue(found);
    this.sweep = new UnqueuedSweep({ name: 'webhooks', findUnqueued, enqueue, logger });
  }

  /**
   * Writes `event` down for every endpoint that is on and subscribed. @param data asked only if there is one.
   * @throws outside of `withinOrganization`.
   */
  async announce(event: WebhookEvent, data: () => Promise<WebhookData | undefined>): Promise<void> {
    const wanting = await this.#wanting(event);
    const told = wanting.length > 0 ? await data() : undefined;
    if (told) for (const { id } of wanting) await this.write(id, event, told);
  }

  /** Whether there is an endpoint that is on and subscribed. @throws outside of `withinOrganization`. */
  async isWanted(event: WebhookEvent): Promise<boolean> {
    return (await this.#wanting(event)).length > 0;
  }

  async #wanting(event: WebhookEvent): Promise<StoredEndpoint[]> {
    const endpoints = await this.needs.endpoints.list();
    return endpoints.filter(({ events, isEnabled }) => isEnabled && events.includes(event));
  }

  /** Writes a message for one endpoint, whatever it is subscribed to. @throws outside of `withinOrganization`. */
  async write(endpointId: string, type: WebhookMessageType, data: WebhookData): Promise<StoredDelivery> {
    const payload = JSON.stringify({ type, timestamp: new Date().toISOString(), data });
    const delivery = await this.needs.deliveries.add(endpointId, type, payload);
    await this.enqueueAfterCommit(delivery);
    return delivery;
  }

  async enqueueAfterCommit({ id: deliveryId, round }: StoredDelivery): Promise<void> {
    const data = { organizationId: currentOrganizationId(), deliveryId, round };
    await afterCommit(() => this.#enqueue(data));
  }

  async #enqueue(data: DeliverWebhookData): Promise<void> {
    const { deliveries, enqueue, logger, withinOrganization } = this.needs;
    try {
      await enqueue(data);
      await withinOrganization(data.organizationId, () => deliveries.noteEnqueued(data.deliveryId));
    } catch (error) {
      // The message is written down; the next sweep enqueues it.
      logger.warn({ err: error, deliveryId: data.deliveryId }, 'could not enqueue a webhook');
    }
  }
}
