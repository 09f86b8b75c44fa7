// Where an organization's messages go: made, changed, tried out and looked at by its administrators.
import type {
  ChangeWebhookRequestWire,
  CreatedWebhookWire,
  CreateWebhookRequestWire,
  WebhookDeliveryWire,
  WebhookWire,
} from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { DeliveriesRepository, StoredDelivery } from './deliveries.repository.ts';
import type { EndpointsRepository, StoredEndpoint } from './endpoints.repository.ts';
import type { WebhookOutbox } from './webhook-outbox.ts';
import { newWebhookSecret, shownSecret } from './webhook-signature.ts';
import { refusalOfUrl } from './webhook-url.ts';

export interface WebhooksServiceNeeds {
  withinOrganization: WithinOrganization;
  endpoints: EndpointsRepository;
  deliveries: DeliveriesRepository;
  outbox: WebhookOutbox;
  audit: AuditTrail;
  publicOnly: boolean;
}

/** Of one organization: every event is sent to each. */
const MAX_ENDPOINTS = 20;

export class WebhooksService {
  constructor(private readonly needs: WebhooksServiceNeeds) {}

  /** @throws Refusal `request.invalid` for a URL that may not be called, `webhook.too_many`. */
  async create(caller: Caller, request: CreateWebhookRequestWire): Promise<CreatedWebhookWire> {
    this.#refuseUrl(request.url);
    const { description = '', url } = request;
    const events = [...new Set(request.events)];
    const secret = newWebhookSecret();
    return this.#within(caller, async () => {
      const endpoint = await this.needs.endpoints.add({ url, description, events }, secret, MAX_ENDPOINTS);
      if (!endpoint) throw new Refusal('webhook.too_many', { detail: `There are ${MAX_ENDPOINTS} already.` });
      this.needs.audit.record(caller, {
        action: 'webhook.created',
        subject: subjectOf(endpoint.id),
        detail: { events },
      });
      return { ...toWire(endpoint), secret: shownSecret(secret) };
    });
  }

  /** The oldest first. */
  async list(caller: Caller): Promise<WebhookWire[]> {
    const endpoints = await this.#within(caller, () => this.needs.endpoints.list());
    return endpoints.map(toWire);
  }

  /** @throws Refusal `resource.not-found`. */
  async get(caller: Caller, id: string): Promise<WebhookWire> {
    return toWire(await this.#within(caller, () => this.#existing(id)));
  }

  /** What is not named stays. @throws Refusal `resource.not-found`, `request.invalid` for the URL. */
  async change(caller: Caller, id: string, request: ChangeWebhookRequestWire): Promise<WebhookWire> {
    const { description, events, is_enabled: isEnabled, url } = request;
    return this.#within(caller, async () => {
      await this.#existing(id);
      if (url !== undefined) this.#refuseUrl(url);
      await this.needs.endpoints.change(id, {
        ...(url === undefined ? {} : { url }),
        ...(description === undefined ? {} : { description }),
        ...(events === undefined ? {} : { events: [...new Set(events)] }),
        ...(isEnabled === undefined ? {} : { isEnabled }),
      });
      this.needs.audit.record(caller, {
        action: 'webhook.changed',
        subject: subjectOf(id),
        detail: { changed: Object.keys(request).sort() },
      });
      return toWire(await this.#existing(id));
    });
  }

  /** With its log. @throws Refusal `resource.not-found`. */
  async remove(caller: Caller, id: string): Promise<void> {
    await this.#within(caller, async () => {
      if (!(await this.needs.endpoints.remove(id))) throw new Refusal('resource.not-found');
      this.needs.audit.record(caller, { action: 'webhook.removed', subject: subjectOf(id) });
    });
  }

  /** Sends a message that says nothing. @throws Refusal `resource.not-found`, `webhook.disabled`. */
  async test(caller: Caller, id: string): Promise<WebhookDeliveryWire> {
    return this.#within(caller, async () => {
      await this.#enabled(id);
      const delivery = await this.needs.outbox.write(id, 'webhook.test', {});
      this.needs.audit.record(caller, { action: 'webhook.tested', subject: subjectOf(id) });
      return deliveryToWire(delivery);
    });
  }

  /** The newest first. @throws Refusal `resource.not-found`. */
  async listDeliveries(caller: Caller, id: string, limit: number): Promise<WebhookDeliveryWire[]> {
    const deliveries = await this.#within(caller, async () => {
      await this.#existing(id);
      return this.needs.deliveries.list(id, limit);
    });
    return deliveries.map(deliveryToWire);
  }

  /**
   * Sends a message again that was delivered or given up: the same bytes under the same id.
   * @throws Refusal `resource.not-found`, `webhook.disabled`, `resource.conflict` while it is being sent.
   */
  async redeliver(caller: Caller, id: string, deliveryId: string): Promise<WebhookDeliveryWire> {
    return this.#within(caller, async () => {
      await this.#enabled(id);
      const known = await this.needs.deliveries.find(deliveryId);
      if (known?.endpointId !== id) throw new Refusal('resource.not-found');
      const delivery = await this.needs.deliveries.beginAgain(id, deliveryId);
      if (!delivery) throw new Refusal('resource.conflict', { detail: 'It is being sent already.' });
      await this.needs.outbox.enqueueAfterCommit(delivery);
      this.needs.audit.record(caller, {
        action: 'webhook.redelivered',
        subject: subjectOf(id),
        detail: { delivery_id: deliveryId },
      });
      return deliveryToWire(delivery);
    });
  }

  async #existing(id: string): Promise<StoredEndpoint> {
    const endpoint = await this.needs.endpoints.find(id);
    if (!endpoint) throw new Refusal('resource.not-found');
    return endpoint;
  }

  async #enabled(id: string): Promise<void> {
    const { isEnabled } = await this.#existing(id);
    if (!isEnabled) throw new Refusal('webhook.disabled', { detail: 'Turn it on first.' });
  }

  #refuseUrl(url: string): void {
    const message = refusalOfUrl(url, this.needs);
    if (message) throw new Refusal('request.invalid', { errors: [{ field: 'url', message }] });
  }

  #within<T>({ organizationId }: Caller, work: () => Promise<T>): Promise<T> {
    return this.needs.withinOrganization(organizationId, work);
  }
}

const subjectOf = (id: string) => ({ kind: 'webhook', id });

const toWire = (endpoint: StoredEndpoint): WebhookWire => ({
  webhook_id: endpoint.id,
  url: endpoint.url,
  description: endpoint.description,
  events: endpoint.events,
  is_enabled: endpoint.isEnabled,
  failures_in_a_row: endpoint.failuresInARow,
  created_at: endpoint.createdAt.toISOString(),
});

const deliveryToWire = (delivery: StoredDelivery): WebhookDeliveryWire => ({
  delivery_id: delivery.id,
  webhook_id: delivery.endpointId,
  type: delivery.type,
  status: delivery.status,
  attempts: delivery.attempts,
  response_status: delivery.responseStatus,
  error: delivery.error,
  created_at: delivery.createdAt.toISOString(),
  last_attempt_at: delivery.lastAttemptAt?.toISOString() ?? null,
});
