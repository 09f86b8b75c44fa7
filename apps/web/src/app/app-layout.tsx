// The frame of every signed-in page: skip link, header, navigation, the page itself.
import { ThemeToggle } from '@medspasync/ui';
import { Link, Outlet } from 'react-router';
import { paths } from '../config/paths.ts';
import { UserMenu } from '../features/auth/components/user-menu.tsx';
import { EmergencyAlert } from '../features/emergency-access/components/emergency-alert.tsx';
import { DownBanner } from '../features/health/components/down-banner.tsx';
import { HealthBadge } from '../features/health/components/health-badge.tsx';
import { OrganizationName } from '../features/organizations/components/organization-name.tsx';
import { useMay, useSession } from '../lib/session.ts';
import { Navigation } from './navigation.tsx';
import { Wordmark } from './wordmark.tsx';

export function AppLayout() {
  const session = useSession();
  const mayReview = useMay('break-glass:review');
  const user = session.status === 'signed-in' ? session.user : undefined;
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="sr-only z-50 rounded-control bg-raised px-4 py-2 shadow-float focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        Skip to content
      </a>
      <header className="border-line border-b bg-surface">
        <div className="mx-auto flex h-14 w-full max-w-6xl items-center gap-x-3 px-4 sm:gap-x-4 sm:px-6">
          <Link to={paths.home} aria-label="MedSpaSync Pro, overview" className="flex rounded-control">
            <Wordmark compact />
          </Link>
          {user && (
            <span className="min-w-0 border-line border-l pl-3 max-sm:hidden sm:pl-4">
              <OrganizationName name={user.organization_name} />
            </span>
          )}
          <div className="ml-auto flex items-center gap-2 sm:gap-3">
            <HealthBadge />
            <ThemeToggle />
            {user && <UserMenu user={user} />}
          </div>
        </div>
        {user && (
          <div className="border-line border-t px-4 py-2 sm:hidden">
            <OrganizationName name={user.organization_name} />
          </div>
        )}
        <Navigation />
      </header>
      <DownBanner />
      {mayReview && <EmergencyAlert />}
      <main id="content" tabIndex={-1} className="flex-1 outline-none max-md:pb-20">
        <Outlet />
      </main>
    </div>
  );
}
