// Route /settings/emergency-access: patient data for those who have none, for a reason and an hour.
import { EmergencyAccessList } from '../../../features/emergency-access/components/emergency-access-list.tsx';
import { OpenAccessCard } from '../../../features/emergency-access/components/open-access-card.tsx';
import { useMay, useUser } from '../../../lib/session.ts';
import { SettingsPage } from '../../settings-page.tsx';

export function Component() {
  const user = useUser();
  const mayReview = useMay('break-glass:review');
  return (
    <SettingsPage
      title="Emergency access"
      lead="Members without patient access may open it for a stated reason, for an hour at most. Everybody is told, and an administrator looks at it afterwards."
    >
      {!user.patient_access && <OpenAccessCard />}
      <EmergencyAccessList ownId={user.user_id} mayReview={mayReview} />
    </SettingsPage>
  );
}
