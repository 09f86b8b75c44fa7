export { DeliverWebhookHandler } from './deliver-webhook.handler.ts';
export { deliverWebhookJob, enqueueDelivery } from './deliver-webhook-job.ts';
export {
  DeliveriesRepository,
  findUnqueuedDeliveries,
  oldestUndeliveredSeconds,
} from './deliveries.repository.ts';
export { EndpointsRepository } from './endpoints.repository.ts';
export { type Attempt, outcomeOf } from './send-webhook.ts';
export { WebhookOutbox } from './webhook-outbox.ts';
export { WebhooksController } from './webhooks.controller.ts';
export { WebhooksService } from './webhooks.service.ts';
