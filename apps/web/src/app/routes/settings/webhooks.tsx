// Route /settings/webhooks: who is told of what happened.
import { CreateWebhookDialog } from '../../../features/webhooks/components/create-webhook-dialog.tsx';
import { WebhooksCard } from '../../../features/webhooks/components/webhooks-card.tsx';
import { SettingsPage } from '../../settings-page.tsx';

export function Component() {
  return (
    <SettingsPage
      title="Webhooks"
      lead="Addresses that are told when something has happened. Messages are signed, and name no patient."
      actions={<CreateWebhookDialog />}
    >
      <WebhooksCard />
    </SettingsPage>
  );
}
