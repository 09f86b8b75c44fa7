// The part of the composition root that makes the services of webhooks: outbox, delivery, administration.
import type { AuditTrail } from './modules/audit/index.ts';
import {
  type Attempt,
  DeliveriesRepository,
  DeliverWebhookHandler,
  deliverWebhookJob,
  EndpointsRepository,
  enqueueDelivery,
  findUnqueuedDeliveries,
  oldestUndeliveredSeconds,
  outcomeOf,
  WebhookOutbox,
  WebhooksController,
  WebhooksService,
} from './modules/webhooks/index.ts';
import type { PatientSeal } from './platform/crypto/index.ts';
import { measureWebhooks } from './platform/metrics/index.ts';
import type { Platform } from './platform/platform.ts';
import { type AnyJobHandler, handlerFor } from './platform/queue/index.ts';

export interface WebhooksContainer {
  controllers: readonly [object, () => object][];
  jobHandlers: readonly AnyJobHandler[];
  /** For slices that have something to tell. */
  outbox: WebhookOutbox;
}

/** Longer than an endpoint that only notes a message should take; a worker waits for no longer. */
const TIMEOUT_MS = 10_000;

export function createWebhooks(
  { config, database, logger, metrics, queue }: Platform,
  audit: AuditTrail,
  seal: PatientSeal,
): WebhooksContainer {
  const { withinOrganization } = database;
  const { firstRetryMs, publicOnly } = config.webhooks;
  const endpoints = new EndpointsRepository(seal);
  const deliveries = new DeliveriesRepository();
  const definition = deliverWebhookJob(firstRetryMs);
  const rows = { withinOrganization, endpoints, deliveries };
  const outbox = new WebhookOutbox({
    ...rows,
    enqueue: (delivery) => enqueueDelivery(queue, definition, delivery),
    findUnqueued: () => findUnqueuedDeliveries(database),
    logger,
  });
  const service = new WebhooksService({ ...rows, outbox, audit, publicOnly });
  measureWebhooks(metrics, () => oldestUndeliveredSeconds(database));
  const onAttempt = (attempt: Attempt, seconds: number): void => {
    metrics.webhookAttempts.inc({ outcome: outcomeOf(attempt) });
    metrics.webhookSeconds.observe(seconds);
  };
  const rules = { publicOnly, timeoutMs: TIMEOUT_MS };
  return {
    controllers: [[WebhooksController, () => new WebhooksController(service)]],
    jobHandlers: [handlerFor(new DeliverWebhookHandler({ ...rows, definition, audit, rules, onAttempt }))],
    outbox,
  };
}
