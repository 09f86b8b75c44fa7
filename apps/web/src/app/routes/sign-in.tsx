// Route /sign-in: the form, and in sandbox mode the one-click way in.
import { Callout } from '@medspasync/ui';
import { Navigate, useLocation } from 'react-router';
import { env } from '../../config/env.ts';
import { paths } from '../../config/paths.ts';
import { SandboxEntry } from '../../features/auth/components/sandbox-entry.tsx';
import { SignInForm } from '../../features/auth/components/sign-in-form.tsx';
import { useSession } from '../../lib/session.ts';
import { PublicPage } from '../public-page.tsx';

export function Component() {
  const session = useSession();
  const { state } = useLocation() as { state: { from?: string } | null };
  if (session.status === 'signed-in') return <Navigate to={state?.from ?? paths.home} replace />;
  return (
    <PublicPage title="Sign in" heading={env.isSandbox ? 'Sandbox' : 'Sign in'}>
      {session.status === 'signed-out' && session.expired && (
        <Callout title="Your session has ended">Sign in to go on where you were.</Callout>
      )}
      {env.isSandbox && <SandboxEntry />}
      {env.isSandbox && <hr className="border-line" />}
      <SignInForm quiet={env.isSandbox} />
    </PublicPage>
  );
}
