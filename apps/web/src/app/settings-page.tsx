// The frame of the settings: the places a role may go, and the one it is at.
import { cn } from '@medspasync/ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { NavLink } from 'react-router';
import { paths } from '../config/paths.ts';
import { Page } from '../lib/page.tsx';
import { mustSetUpSecondFactor, type Permission, useUser } from '../lib/session.ts';

const PLACES: readonly { to: string; label: string; needs?: Permission }[] = [
  { to: paths.security, label: 'Your account' },
  { to: paths.members, label: 'Members' },
  { to: paths.organization, label: 'Organization', needs: 'organizations:manage' },
  { to: paths.programs, label: 'Programs' },
  { to: paths.names, label: 'Names' },
  { to: paths.model, label: 'Model', needs: 'models:train' },
  { to: paths.webhooks, label: 'Webhooks', needs: 'webhooks:manage' },
  { to: paths.apiKeys, label: 'API keys', needs: 'auth:manage' },
  { to: paths.emergencyAccess, label: 'Emergency access', needs: 'break-glass:open' },
];

export interface SettingsPageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function SettingsPage({ title, lead, actions, children }: SettingsPageProps) {
  const user = useUser();
  const nav = useRef<HTMLElement>(null);
  // On a phone the row scrolls: where one is should be in sight.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, []);
  const places = mustSetUpSecondFactor(user)
    ? PLACES.slice(0, 1)
    : PLACES.filter(({ needs }) => needs === undefined || user.permissions.includes(needs));
  return (
    <Page title={title} lead={lead} actions={actions}>
      <nav
        ref={nav}
        aria-label="Settings"
        className="-mx-4 flex gap-1 overflow-x-auto border-line border-b px-4 [scrollbar-width:none] sm:mx-0 sm:px-0"
      >
        {places.map(({ to, label }) => (
          <NavLink
            key={to}
            to={to}
            className={({ isActive }) =>
              cn(
                '-mb-px inline-flex h-11 shrink-0 items-center whitespace-nowrap border-b-2 px-3 font-medium text-sm transition-colors focus-visible:-outline-offset-2',
                isActive
                  ? 'border-accent text-accent-ink'
                  : 'border-transparent text-ink-soft hover:text-ink',
              )
            }
          >
            {label}
          </NavLink>
        ))}
      </nav>
      {children}
    </Page>
  );
}
