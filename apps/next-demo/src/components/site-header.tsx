// Who this is and whether the API is up.
import { SITE_URL } from '../config/env.ts';
import { Mark } from './mark.tsx';
import { StatusBadge } from './status-badge.tsx';

export function SiteHeader() {
  return (
    <header className="border-line border-b">
      <div className="wrap flex h-16 items-center gap-3">
        <a
          href={SITE_URL}
          className="mr-auto flex items-center gap-2.5 rounded-sm font-semibold tracking-tight"
        >
          <Mark className="size-8" />
          <span>
            MedSpaSync<span className="max-sm:sr-only"> Pro</span>
          </span>
        </a>
        <StatusBadge />
      </div>
    </header>
  );
}
