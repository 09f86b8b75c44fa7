// The places of the app: a row under the header, or a bar under the thumb on a phone.
import { cn } from '@medspasync/ui';
import {
  CalendarCheck,
  CirclePlus,
  HandCoins,
  History,
  LayoutDashboard,
  type LucideIcon,
  ScrollText,
} from 'lucide-react';
import { NavLink } from 'react-router';
import { paths } from '../config/paths.ts';
import { useFeature, useMay } from '../lib/session.ts';

interface Place {
  to: string;
  label: string;
  /** On a phone, where six share the width. */
  short?: string;
  icon: LucideIcon;
}

const OVERVIEW: Place = { to: paths.home, label: 'Overview', icon: LayoutDashboard };
const START: Place = {
  to: paths.newReconciliation,
  label: 'New reconciliation',
  short: 'Reconcile',
  icon: CirclePlus,
};
const HISTORY: Place = { to: paths.history, label: 'History', icon: History };
const MONTHS: Place = { to: paths.months, label: 'Months', icon: CalendarCheck };
const REIMBURSEMENTS: Place = {
  to: paths.reimbursements,
  label: 'Reimbursements',
  short: 'Payments',
  icon: HandCoins,
};
const AUDIT: Place = { to: paths.audit, label: 'Audit', icon: ScrollText };

export function Navigation() {
  const isAllowed = useMay('reconciliation:start');
  const mayStart = useFeature('ai_reconciliation') && isAllowed;
  const mayAudit = useMay('audit:read');
  const maySeeMonths = useMay('periods:read');
  const maySeePayments = useMay('reimbursements:read');
  const places = [
    OVERVIEW,
    ...(mayStart ? [START] : []),
    HISTORY,
    ...(maySeeMonths ? [MONTHS] : []),
    ...(maySeePayments ? [REIMBURSEMENTS] : []),
    ...(mayAudit ? [AUDIT] : []),
  ];
  return (
    <nav
      aria-label="Main"
      className="z-30 mx-auto flex w-full max-w-6xl max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-line max-md:border-t max-md:bg-surface max-md:pb-[env(safe-area-inset-bottom)] md:gap-1 md:px-3"
    >
      {places.map(({ to, label, short = label, icon: Icon }) => (
        <NavLink
          key={to}
          to={to}
          end={to === paths.home}
          className={({ isActive }) =>
            cn(
              'flex items-center gap-2 whitespace-nowrap font-medium text-sm transition-colors focus-visible:-outline-offset-2 max-md:h-16 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-1 max-md:text-xs md:-mb-px md:h-11 md:border-b-2 md:px-3',
              isActive
                ? 'text-accent-ink md:border-accent'
                : 'text-ink-soft hover:text-ink md:border-transparent',
            )
          }
        >
          <Icon aria-hidden className="size-5 md:size-4" />
          <span className="md:hidden">{short}</span>
          <span className="max-md:hidden">{label}</span>
        </NavLink>
      ))}
    </nav>
  );
}
