// The product's mark and name: two halves that meet.
import { cn } from '@medspasync/ui';

export function Wordmark({ compact, className }: { compact?: boolean; className?: string }) {
  return (
    <span className={cn('inline-flex items-center gap-2.5 font-semibold tracking-tight', className)}>
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-8 shrink-0">
        <rect width="32" height="32" rx="9" className="fill-[#6a2c5b]" />
        <path d="M20.5 8.6A8.5 8.5 0 1 0 16 24.5V20a4 4 0 1 1 1.9-7.5z" className="fill-[#fffafd]" />
        <path d="M16 24.5a8.5 8.5 0 0 0 6.6-13.9l-3.6 2.7A4 4 0 0 1 16 20z" className="fill-[#94d8c1]" />
      </svg>
      <span className={cn('whitespace-nowrap', compact && 'max-lg:sr-only')}>
        MedSpaSync <span className="font-normal text-ink-soft">Pro</span>
      </span>
    </span>
  );
}
