// What can be told, as a person calls it.
import type { WebhookDeliveryStatus, WebhookEvent, WebhookMessageType } from '@medspasync/schemas';
import type { Tone } from '@medspasync/ui';

export const EVENT_WORDS: Readonly<Record<WebhookEvent, string>> = {
  'job.completed': 'A reconciliation has completed',
  'exception.opened': 'Something is open in its results',
};

export const MESSAGE_WORDS: Readonly<Record<WebhookMessageType, string>> = {
  'job.completed': 'Reconciliation completed',
  'exception.opened': 'Exceptions opened',
  'webhook.test': 'Test',
};

export const STATUS_WORDS: Readonly<Record<WebhookDeliveryStatus, { label: string; tone: Tone }>> = {
  pending: { label: 'On its way', tone: 'info' },
  delivered: { label: 'Accepted', tone: 'success' },
  failed: { label: 'Given up', tone: 'danger' },
};
