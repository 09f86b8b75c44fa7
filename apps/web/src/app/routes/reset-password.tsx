// Route /reset-password#token: a new password, by a link of an administrator.
import { useLocation } from 'react-router';
import { ResetPassword } from '../../features/auth/components/reset-password.tsx';
import { PublicPage } from '../public-page.tsx';

export function Component() {
  const { hash } = useLocation();
  return (
    <PublicPage title="Choose a new password">
      <ResetPassword token={hash.slice(1)} />
    </PublicPage>
  );
}
