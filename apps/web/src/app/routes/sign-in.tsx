// Route /sign-in: the form, and in sandbox mode the one-click way in.
import { Callout, Card, ThemeToggle } from '@medspasync/ui';
import { Navigate, useLocation } from 'react-router';
import { env } from '../../config/env.ts';
import { paths } from '../../config/paths.ts';
import { SandboxEntry } from '../../features/auth/components/sandbox-entry.tsx';
import { SignInForm } from '../../features/auth/components/sign-in-form.tsx';
import { DownBanner } from '../../features/health/components/down-banner.tsx';
import { HealthBadge } from '../../features/health/components/health-badge.tsx';
import { useSession } from '../../lib/session.ts';
import { Wordmark } from '../wordmark.tsx';

export function Component() {
  const session = useSession();
  const { state } = useLocation() as { state: { from?: string } | null };
  if (session.status === 'signed-in') return <Navigate to={state?.from ?? paths.home} replace />;
  return (
    <div className="flex min-h-dvh flex-col">
      <title>Sign in · MedSpaSync Pro</title>
      <DownBanner />
      <header className="flex items-center justify-between gap-4 p-4 sm:px-6">
        <HealthBadge />
        <ThemeToggle />
      </header>
      <main className="grid flex-1 place-content-center justify-items-center gap-8 px-4 pb-16">
        <Wordmark className="scale-125" />
        <Card className="grid w-[min(26rem,calc(100vw-2rem))] gap-6 p-6 sm:p-8">
          <h1 className="font-semibold text-title">{env.isSandbox ? 'Sandbox' : 'Sign in'}</h1>
          {session.status === 'signed-out' && session.expired && (
            <Callout title="Your session has ended">Sign in to go on where you were.</Callout>
          )}
          {env.isSandbox && <SandboxEntry />}
          {env.isSandbox && <hr className="border-line" />}
          <SignInForm quiet={env.isSandbox} />
        </Card>
        <p className="max-w-sm text-balance text-center text-ink-faint text-sm">
          Every loyalty reward matched with its sale, or a reason why not.
        </p>
      </main>
    </div>
  );
}
