// Webhooks: where an organization wants to be told of what happened, and how telling went. Messages are signed as
// Standard Webhooks (https://www.standardwebhooks.com) has it.
import * as z from 'zod';

/** What can be subscribed to. */
export const WebhookEventWire = z.enum(['job.completed', 'exception.opened']);
export type WebhookEvent = z.infer<typeof WebhookEventWire>;

/** What is sent: also the message that only tries an endpoint out. */
export const WebhookMessageTypeWire = z.enum([...WebhookEventWire.options, 'webhook.test']);
export type WebhookMessageType = z.infer<typeof WebhookMessageTypeWire>;

const UrlWire = z.string().min(1).max(2000).meta({ example: 'https://hooks.glow.example/medspasync' });
const DescriptionWire = z.string().trim().max(200).meta({ example: 'Nightly ledger' });
const EventsWire = z
  .array(WebhookEventWire)
  .min(1)
  .max(WebhookEventWire.options.length)
  .meta({ example: ['job.completed', 'exception.opened'] });

export const CreateWebhookRequestWire = z
  .strictObject({ url: UrlWire, description: DescriptionWire.optional(), events: EventsWire })
  .meta({ id: 'CreateWebhookRequest' });
export type CreateWebhookRequestWire = z.infer<typeof CreateWebhookRequestWire>;

export const ChangeWebhookRequestWire = z
  .strictObject({
    url: UrlWire.optional(),
    description: DescriptionWire.optional(),
    events: EventsWire.optional(),
    is_enabled: z.boolean().optional(),
  })
  .meta({ id: 'ChangeWebhookRequest' });
export type ChangeWebhookRequestWire = z.infer<typeof ChangeWebhookRequestWire>;

export const WebhookWire = z
  .object({
    webhook_id: z.uuid(),
    url: UrlWire,
    description: z.string(),
    events: z.array(WebhookEventWire),
    is_enabled: z.boolean(),
    failures_in_a_row: z
      .int()
      .meta({ description: 'Attempts since the last one that was accepted. After fifty it is turned off.' }),
    created_at: z.string(),
  })
  .meta({ id: 'Webhook' });
export type WebhookWire = z.infer<typeof WebhookWire>;

export const WebhooksWire = z.object({ webhooks: z.array(WebhookWire) }).meta({ id: 'Webhooks' });

export const CreatedWebhookWire = WebhookWire.extend({
  secret: z.string().meta({
    description: 'Verifies the signatures. Shown this once.',
    example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=',
  }),
}).meta({ id: 'CreatedWebhook' });
export type CreatedWebhookWire = z.infer<typeof CreatedWebhookWire>;

export const WebhookDeliveryStatusWire = z.enum(['pending', 'delivered', 'failed']);
export type WebhookDeliveryStatus = z.infer<typeof WebhookDeliveryStatusWire>;

export const WebhookDeliveryWire = z
  .object({
    delivery_id: z.uuid().meta({ description: 'The webhook-id of the message, the same at every attempt.' }),
    webhook_id: z.uuid(),
    type: WebhookMessageTypeWire,
    status: WebhookDeliveryStatusWire,
    attempts: z.int(),
    response_status: z.int().nullable().meta({ description: 'Of the last attempt, if it was answered.' }),
    error: z
      .string()
      .nullable()
      .meta({ description: 'What went wrong last; never what the endpoint said.', example: 'timeout' }),
    created_at: z.string(),
    last_attempt_at: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDeliveryWire = z.infer<typeof WebhookDeliveryWire>;

export const WebhookDeliveriesWire = z
  .object({ deliveries: z.array(WebhookDeliveryWire) })
  .meta({ id: 'WebhookDeliveries' });
