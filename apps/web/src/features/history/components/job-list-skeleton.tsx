// Reconciliations on their way.
import { Skeleton } from '@medspasync/ui';

export function JobListSkeleton() {
  return (
    <div role="status" className="grid gap-3 p-5">
      <span className="sr-only">Loading reconciliations</span>
      <Skeleton className="h-10" />
      <Skeleton className="h-10" />
      <Skeleton className="h-10" />
    </div>
  );
}
