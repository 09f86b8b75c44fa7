// A page: its title in the tab, its one heading, and the focus on that heading after a navigation.
import { cn } from '@medspasync/ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** The first page was loaded by the browser, which puts the focus where it belongs by itself. */
let firstPathname: string | undefined;

export interface PageProps {
  title: string;
  /** Shown instead of the title; the tab keeps the title. */
  heading?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
}

export function Page({ title, heading, lead, actions, className, children }: PageProps) {
  const headingElement = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    firstPathname ??= pathname;
    if (firstPathname === pathname) return;
    firstPathname = '';
    headingElement.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div
      className={cn('mx-auto grid w-full max-w-6xl grid-cols-1 gap-6 px-4 py-6 sm:px-6 sm:py-9', className)}
    >
      <title>{`${title} · MedSpaSync Pro`}</title>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div className="grid min-w-0 gap-1.5">
          <h1
            ref={headingElement}
            tabIndex={-1}
            className="text-balance font-semibold text-display outline-none"
          >
            {heading ?? title}
          </h1>
          {lead && <div className="max-w-2xl text-ink-soft">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2.5">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
