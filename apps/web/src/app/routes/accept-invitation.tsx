// Route /accept-invitation#token: joining an organization.
import { useLocation } from 'react-router';
import { AcceptInvitation } from '../../features/auth/components/accept-invitation.tsx';
import { PublicPage } from '../public-page.tsx';

export function Component() {
  const { hash } = useLocation();
  return (
    <PublicPage title="Invitation">
      <AcceptInvitation token={hash.slice(1)} />
    </PublicPage>
  );
}
