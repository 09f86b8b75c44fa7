// What was sent to one address, the latest first, and how it was taken.
import type { WebhookDeliveryWire, WebhookWire } from '@medspasync/schemas';
import { Badge, Button, Dialog, EmptyState, Skeleton } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { countOf } from '../../../lib/counts.ts';
import { formatInstant } from '../../../lib/dates.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { redeliver, useDeliveries } from '../api/webhooks.ts';
import { MESSAGE_WORDS, STATUS_WORDS } from './event-words.ts';

export interface DeliveriesDialogProps {
  webhook: WebhookWire;
  onClose: () => void;
}

export function DeliveriesDialog({ webhook, onClose }: DeliveriesDialogProps) {
  const { webhook_id: webhookId } = webhook;
  const queryClient = useQueryClient();
  const { data, error, isPending } = useDeliveries(webhookId);
  const again = useMutation({
    mutationFn: (deliveryId: string) => redeliver(webhookId, deliveryId),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.deliveries(webhookId) }),
  });
  const problem = error ?? again.error;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Deliveries"
      description={<span className="wrap-anywhere">{webhook.url}</span>}
      className="w-[min(40rem,calc(100vw-1.5rem))]"
    >
      {problem && <ProblemNotice error={problem} className="mb-4" />}
      {isPending && <Skeleton className="h-32" />}
      {data?.length === 0 && (
        <EmptyState icon={Send} title="Nothing sent yet" className="py-8">
          Press Test to send a message that only tries the address out.
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className="divide-y divide-line">
          {data.map((delivery) => (
            <li key={delivery.delivery_id} className="flex items-start justify-between gap-4 py-3 text-sm">
              <DeliveryWords delivery={delivery} />
              {delivery.status !== 'pending' && (
                <Button
                  size="sm"
                  variant="secondary"
                  aria-label={`Send again: ${MESSAGE_WORDS[delivery.type]}, ${formatInstant(delivery.created_at)}`}
                  disabled={!webhook.is_enabled}
                  busy={again.isPending && again.variables === delivery.delivery_id}
                  onClick={() => again.mutate(delivery.delivery_id)}
                >
                  Send again
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}

function DeliveryWords({ delivery }: { delivery: WebhookDeliveryWire }) {
  const { label, tone } = STATUS_WORDS[delivery.status];
  const facts = [
    countOf(delivery.attempts, 'attempt'),
    delivery.response_status && `answered ${delivery.response_status}`,
    delivery.error,
  ];
  return (
    <div className="grid min-w-0 gap-1">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {MESSAGE_WORDS[delivery.type]}
        <Badge tone={tone}>{label}</Badge>
      </p>
      <p className="text-ink-faint">
        {[formatInstant(delivery.created_at), ...facts].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}
