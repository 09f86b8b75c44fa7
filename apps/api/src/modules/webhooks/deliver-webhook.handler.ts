// Makes one attempt at a message and writes down how it went. A worker that dies between the two sends again: receivers
// tell a repetition by its webhook-id.
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { JobContext, JobDefinition, JobHandler } from '../../platform/queue/index.ts';
import { type AuditTrail, SYSTEM } from '../audit/index.ts';
import type { DeliverWebhookData } from './deliver-webhook-job.ts';
import type { DeliveriesRepository } from './deliveries.repository.ts';
import type { EndpointsRepository } from './endpoints.repository.ts';
import { type Attempt, type SendingRules, sendWebhook, type WebhookMessage } from './send-webhook.ts';
import { signedHeaders } from './webhook-signature.ts';

export interface DeliverWebhookNeeds {
  definition: JobDefinition<DeliverWebhookData>;
  withinOrganization: WithinOrganization;
  endpoints: EndpointsRepository;
  deliveries: DeliveriesRepository;
  audit: AuditTrail;
  rules: SendingRules;
  /** Told of every attempt and its seconds. */
  onAttempt(attempt: Attempt, seconds: number): void;
}

/** Without one accepted message in this time an endpoint is taken to be gone: longer than a weekend's outage. */
const MAX_FAILING_DAYS = 3;

/** What an endpoint answers that wants no more (Standard Webhooks: 410 Gone). */
const GONE = 410;

interface ToSend extends WebhookMessage {
  endpointId: string;
}

export class DeliverWebhookHandler implements JobHandler<DeliverWebhookData> {
  readonly definition: JobDefinition<DeliverWebhookData>;

  constructor(private readonly needs: DeliverWebhookNeeds) {
    this.definition = needs.definition;
  }

  async run(data: DeliverWebhookData, { signal }: JobContext): Promise<void> {
    const message = await this.#read(data);
    if (!message) return;
    const startedAt = performance.now();
    const attempt = await sendWebhook(message, this.needs.rules, signal);
    this.needs.onAttempt(attempt, (performance.now() - startedAt) / 1000);
    const isOver = await this.#note(data, message.endpointId, attempt);
    if (!isOver) throw new Error(`the webhook was not accepted: ${attempt.error}`);
  }

  async giveUp({ deliveryId, organizationId }: DeliverWebhookData): Promise<void> {
    await this.needs.withinOrganization(organizationId, () => this.needs.deliveries.fail(deliveryId));
  }

  /** @returns undefined when there is nothing to send any more. */
  async #read({ deliveryId, organizationId, round }: DeliverWebhookData): Promise<ToSend | undefined> {
    const { deliveries, endpoints, withinOrganization } = this.needs;
    return withinOrganization(organizationId, async () => {
      const delivery = await deliveries.find(deliveryId);
      if (delivery?.status !== 'pending' || delivery.round !== round) return undefined;
      const { endpointId, payload } = delivery;
      const endpoint = await endpoints.find(endpointId);
      if (!endpoint?.isEnabled) {
        await deliveries.fail(deliveryId, 'turned_off');
        return undefined;
      }
      const secret = await endpoints.secretOf(endpointId);
      const headers = signedHeaders(secret, { id: deliveryId, payload, at: new Date() });
      return { endpointId, url: endpoint.url, headers, payload };
    });
  }

  /** @returns whether no further attempt is to follow. */
  async #note(
    { deliveryId, organizationId }: DeliverWebhookData,
    endpointId: string,
    attempt: Attempt,
  ): Promise<boolean> {
    const { deliveries, endpoints, withinOrganization } = this.needs;
    return withinOrganization(organizationId, async () => {
      const isAccepted = attempt.error === null;
      if (isAccepted) await endpoints.noteSuccess(endpointId);
      const isTurnedOff = !isAccepted && (await this.#countFailure(endpointId, attempt));
      await deliveries.noteAttempt(deliveryId, attempt, isTurnedOff);
      return isAccepted || isTurnedOff;
    });
  }

  async #countFailure(endpointId: string, { error, status }: Attempt): Promise<boolean> {
    const days = status === GONE ? 0 : MAX_FAILING_DAYS;
    const isTurnedOff = await this.needs.endpoints.noteFailure(endpointId, days);
    if (isTurnedOff)
      this.needs.audit.record(SYSTEM, {
        action: 'webhook.disabled',
        subject: { kind: 'webhook', id: endpointId },
        detail: { error },
      });
    return isTurnedOff;
  }
}
