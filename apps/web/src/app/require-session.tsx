// Pages behind the sign-in: wait for the session, or go and get one.
import { Navigate, Outlet, useLocation } from 'react-router';
import { paths } from '../config/paths.ts';
import { mustSetUpSecondFactor, useSession } from '../lib/session.ts';
import { SplashScreen } from './splash-screen.tsx';

export function RequireSession() {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.status === 'restoring') return <SplashScreen />;
  if (session.status === 'signed-out') {
    return <Navigate to={paths.signIn} replace state={{ from: `${pathname}${search}` }} />;
  }
  if (mustSetUpSecondFactor(session.user) && pathname !== paths.security) {
    return <Navigate to={paths.security} replace />;
  }
  return <Outlet />;
}
