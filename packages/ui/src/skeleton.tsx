// The shape of what is still loading. Silent: say "Loading" once, in a status near it.
import { cn } from './class-names.ts';

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse-soft rounded-control bg-sunken', className)} />;
}
