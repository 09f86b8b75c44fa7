// Every address that is told, with its switch.
import type { WebhookWire } from '@medspasync/schemas';
import { Badge, Button, Card, CardHeader, CardTitle, EmptyState, Skeleton, Switch } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Webhook } from 'lucide-react';
import { useState } from 'react';
import { countOf } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { changeWebhook, removeWebhook, testWebhook, useWebhooks } from '../api/webhooks.ts';
import { DeliveriesDialog } from './deliveries-dialog.tsx';
import { MESSAGE_WORDS } from './event-words.ts';

export function WebhooksCard() {
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch } = useWebhooks();
  const [shown, setShown] = useState<WebhookWire>();
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: queryKeys.webhooks });
  const remove = useMutation({ mutationFn: removeWebhook, onSuccess });
  const turn = useMutation({
    mutationFn: ({ id, isOn }: { id: string; isOn: boolean }) => changeWebhook(id, { is_enabled: isOn }),
    onSuccess,
  });
  const test = useMutation({
    mutationFn: (webhook: WebhookWire) => testWebhook(webhook.webhook_id),
    onSuccess: (_, webhook) => {
      setShown(webhook);
      return queryClient.invalidateQueries({ queryKey: queryKeys.deliveries(webhook.webhook_id) });
    },
  });
  const problem = error ?? remove.error ?? turn.error ?? test.error;
  return (
    <Card aria-labelledby="webhooks" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="webhooks">{data ? countOf(data.length, 'webhook') : 'Webhooks'}</CardTitle>
      </CardHeader>
      {problem && (
        <ProblemNotice error={problem} onRetry={() => void refetch()} className="mx-5 mb-5 sm:mx-6" />
      )}
      {isPending && <Skeleton className="mx-5 mb-5 h-24 sm:mx-6" />}
      {data?.length === 0 && (
        <EmptyState icon={Webhook} title="Nobody is told" className="border-line border-t py-10">
          A webhook tells another program when a reconciliation has completed or left something open.
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {data.map((webhook) => (
            <li
              key={webhook.webhook_id}
              className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-5 py-3.5 sm:px-6"
            >
              <WebhookWords webhook={webhook} />
              <div className="flex flex-wrap items-center gap-2">
                <Switch
                  label="On"
                  className="mr-2"
                  checked={webhook.is_enabled}
                  onCheckedChange={(isOn) => turn.mutate({ id: webhook.webhook_id, isOn })}
                />
                <Button
                  size="sm"
                  variant="secondary"
                  aria-label={`Test ${webhook.url}`}
                  disabled={!webhook.is_enabled}
                  busy={test.isPending && test.variables.webhook_id === webhook.webhook_id}
                  onClick={() => test.mutate(webhook)}
                >
                  Test
                </Button>
                <Button
                  size="sm"
                  variant="secondary"
                  aria-label={`Deliveries to ${webhook.url}`}
                  onClick={() => setShown(webhook)}
                >
                  Deliveries
                </Button>
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={`Remove ${webhook.url}`}
                  busy={remove.isPending && remove.variables === webhook.webhook_id}
                  onClick={() => remove.mutate(webhook.webhook_id)}
                >
                  Remove
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {shown && <DeliveriesDialog webhook={shown} onClose={() => setShown(undefined)} />}
    </Card>
  );
}

function WebhookWords({ webhook }: { webhook: WebhookWire }) {
  const { description, events, failures_in_a_row: failures, url } = webhook;
  return (
    <div className="grid min-w-0 flex-1 basis-64 gap-1 text-sm">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <span className="wrap-anywhere">{url}</span>
        {failures > 0 && <Badge tone="warning">{countOf(failures, 'failure')} in a row</Badge>}
      </p>
      {description && <p className="text-ink-soft">{description}</p>}
      <p className="text-ink-faint">{events.map((event) => MESSAGE_WORDS[event]).join(' · ')}</p>
    </div>
  );
}
