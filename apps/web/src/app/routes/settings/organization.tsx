// Route /settings/organization: name, rules and locations.
import { LocationsCard } from '../../../features/organizations/components/locations-card.tsx';
import { OrganizationCard } from '../../../features/organizations/components/organization-card.tsx';
import { SettingsPage } from '../../settings-page.tsx';

export function Component() {
  return (
    <SettingsPage title="Organization" lead="What holds for everybody who works here.">
      <OrganizationCard />
      <LocationsCard />
    </SettingsPage>
  );
}
