// The frame of pages before the sign-in: one card in the middle.
import { Card, ThemeToggle } from '@medspasync/ui';
import type { ReactNode } from 'react';
import { DownBanner } from '../features/health/components/down-banner.tsx';
import { HealthBadge } from '../features/health/components/health-badge.tsx';
import { Wordmark } from './wordmark.tsx';

export interface PublicPageProps {
  title: string;
  /** Shown instead of the title; the tab keeps the title. */
  heading?: string;
  children: ReactNode;
}

export function PublicPage({ title, heading, children }: PublicPageProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <title>{`${title} · MedSpaSync Pro`}</title>
      <DownBanner />
      <header className="flex items-center justify-between gap-4 p-4 sm:px-6">
        <HealthBadge />
        <ThemeToggle />
      </header>
      <main className="grid flex-1 place-content-center justify-items-center gap-8 px-4 pb-16">
        <Wordmark className="scale-125" />
        <Card className="grid w-[min(26rem,calc(100vw-2rem))] gap-6 p-6 sm:p-8">
          <h1 className="text-balance font-semibold text-title">{heading ?? title}</h1>
          {children}
        </Card>
        <p className="max-w-sm text-balance text-center text-ink-faint text-sm">
          Every loyalty reward matched with its sale, or a reason why not.
        </p>
      </main>
    </div>
  );
}
