export { DeliverWebhookHandler } from './deliver-webhook.handler.ts';
export { deliverWebhookJob, enqueueDelivery } from './deliver-webhook-job.ts';
export { DeliveriesRepository, findUnqueuedDeliveries } from './deliveries.repository.ts';
export { EndpointsRepository } from './endpoints.repository.ts';
export { WebhookOutbox } from './webhook-outbox.ts';
export { WebhooksController } from './webhooks.controller.ts';
export { WebhooksService } from './webhooks.service.ts';
