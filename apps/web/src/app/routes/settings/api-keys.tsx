// Route /settings/api-keys: keys for programs.
import { ApiKeysCard } from '../../../features/api-keys/components/api-keys-card.tsx';
import { CreateKeyDialog } from '../../../features/api-keys/components/create-key-dialog.tsx';
import { useUser } from '../../../lib/session.ts';
import { SettingsPage } from '../../settings-page.tsx';

export function Component() {
  const { permissions } = useUser();
  return (
    <SettingsPage
      title="API keys"
      lead="For programs that work with the API. A key does no more than it was made for, and no more than you."
      actions={<CreateKeyDialog permissions={permissions} />}
    >
      <ApiKeysCard />
    </SettingsPage>
  );
}
