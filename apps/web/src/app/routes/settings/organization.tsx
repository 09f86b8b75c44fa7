// Route /settings/organization: name, rules, locations and features.
import { FeaturesCard } from '../../../features/features/components/features-card.tsx';
import { LocationsCard } from '../../../features/organizations/components/locations-card.tsx';
import { OrganizationCard } from '../../../features/organizations/components/organization-card.tsx';
import { SettingsPage } from '../../settings-page.tsx';

export function Component() {
  return (
    <SettingsPage title="Organization" lead="What holds for everybody who works here.">
      <OrganizationCard />
      <LocationsCard />
      <FeaturesCard />
    </SettingsPage>
  );
}
