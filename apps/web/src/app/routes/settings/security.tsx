// Route /settings/security: one's own password, second factor and sessions.
import { Callout } from '@medspasync/ui';
import { PasswordCard } from '../../../features/security/components/password-card.tsx';
import { SecondFactorCard } from '../../../features/security/components/second-factor-card.tsx';
import { SessionsCard } from '../../../features/security/components/sessions-card.tsx';
import { mustSetUpSecondFactor, useUser } from '../../../lib/session.ts';
import { SettingsPage } from '../../settings-page.tsx';

export function Component() {
  const user = useUser();
  return (
    <SettingsPage title="Your account" lead={`${user.display_name} · ${user.email} · ${user.role}`}>
      {mustSetUpSecondFactor(user) && (
        <Callout tone="warning" title="Set up a second factor to go on">
          {user.organization_name} lets you work only with a second factor beside the password.
        </Callout>
      )}
      <SecondFactorCard />
      <PasswordCard user={user} />
      <SessionsCard />
    </SettingsPage>
  );
}
