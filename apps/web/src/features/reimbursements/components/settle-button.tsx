// Looks again at every open payment, for when redemptions came in after the money.
import { Button, useToast } from '@medspasync/ui';
import { countOf } from '../../../lib/counts.ts';
import { formatDollars } from '../../../lib/money.ts';
import { useSettle } from '../api/reimbursements.ts';

export function SettleButton() {
  const showToast = useToast();
  const settle = useSettle();
  const run = () =>
    settle.mutate(undefined, {
      onSuccess: ({ error, settled, settled_amount }) =>
        showToast(
          error
            ? { title: 'Not settled', description: error, tone: 'danger' }
            : {
                title: `${countOf(settled, 'payment')} settled`,
                description: formatDollars(settled_amount),
                tone: 'success',
              },
        ),
      onError: ({ message }) => showToast({ title: 'Not settled', description: message, tone: 'danger' }),
    });
  return (
    <Button variant="secondary" busy={settle.isPending} onClick={run}>
      Settle open payments
    </Button>
  );
}
