// Where an organization wants to be told of what happened, and how telling went.
import { bodyOf } from '@medspasync/api-client';
import type {
  ChangeWebhookRequestWire,
  CreatedWebhookWire,
  CreateWebhookRequestWire,
  WebhookDeliveryWire,
  WebhookWire,
} from '@medspasync/schemas';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/api.ts';
import { queryKeys } from '../../../lib/query-keys.ts';

const ONE = '/webhooks/{webhook_id}';
const LIMIT = 30;
/** A delivery takes seconds; whoever looks at the list waits for one. */
const POLL_MS = 3_000;

const of = (webhook_id: string) => ({ params: { path: { webhook_id } } });

export const useWebhooks = () =>
  useQuery({
    queryKey: queryKeys.webhooks,
    queryFn: async ({ signal }): Promise<WebhookWire[]> =>
      (await bodyOf(api.http.GET('/webhooks', { signal }))).webhooks,
  });

export const useDeliveries = (webhook_id: string) =>
  useQuery({
    queryKey: queryKeys.deliveries(webhook_id),
    queryFn: async ({ signal }): Promise<WebhookDeliveryWire[]> => {
      const params = { path: { webhook_id }, query: { limit: LIMIT } };
      return (await bodyOf(api.http.GET(`${ONE}/deliveries`, { params, signal }))).deliveries;
    },
    refetchInterval: POLL_MS,
  });

export const createWebhook = (body: CreateWebhookRequestWire): Promise<CreatedWebhookWire> =>
  bodyOf(api.http.POST('/webhooks', { body }));

export const changeWebhook = (webhookId: string, body: ChangeWebhookRequestWire): Promise<WebhookWire> =>
  bodyOf(api.http.PATCH(ONE, { ...of(webhookId), body }));

export const removeWebhook = (webhookId: string) => api.http.DELETE(ONE, of(webhookId));

export const testWebhook = (webhookId: string): Promise<WebhookDeliveryWire> =>
  bodyOf(api.http.POST(`${ONE}/test`, of(webhookId)));

export const redeliver = (webhook_id: string, delivery_id: string): Promise<WebhookDeliveryWire> =>
  bodyOf(
    api.http.POST(`${ONE}/deliveries/{delivery_id}/redeliver`, {
      params: { path: { webhook_id, delivery_id } },
    }),
  );
