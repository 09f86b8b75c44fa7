// The background job of this slice. The queue knows ids only.
import * as z from 'zod';
import type { JobDefinition, JobQueue } from '../../platform/queue/index.ts';

export interface DeliverWebhookData {
  organizationId: string;
  deliveryId: string;
  /** Which time a person asked for it; the first is 1. */
  round: number;
}

/** With the default of ten seconds and the doubling, the last attempt comes some five and a half hours after the first. */
const ATTEMPTS = 12;

export const deliverWebhookJob = (firstRetryMs: number): JobDefinition<DeliverWebhookData> => ({
  name: 'deliver-webhook',
  data: z.strictObject({ organizationId: z.uuid(), deliveryId: z.uuid(), round: z.int().min(1) }),
  attempts: ATTEMPTS,
  firstRetryMs,
});

export const enqueueDelivery = (
  queue: JobQueue,
  definition: JobDefinition<DeliverWebhookData>,
  data: DeliverWebhookData,
): Promise<void> => queue.enqueue(definition, `webhook.${data.deliveryId}.${data.round}`, data);
