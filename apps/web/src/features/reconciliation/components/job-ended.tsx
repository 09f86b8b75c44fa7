// A job that ended without results: cancelled or failed, and why.
import type { JobWire } from '@medspasync/schemas';
import { Callout, Card, EmptyState } from '@medspasync/ui';
import { Ban, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export function JobEnded({ job, action }: { job: JobWire; action: ReactNode }) {
  const failed = job.status === 'failed';
  return (
    <Card>
      <EmptyState
        icon={failed ? TriangleAlert : Ban}
        title={failed ? 'This reconciliation failed' : 'This reconciliation was cancelled'}
        action={action}
      >
        {failed ? 'Nothing was changed. The reasons:' : 'Its partial work was discarded.'}
        {job.errors.length > 0 && (
          <Callout tone="danger" title="Errors" className="mt-4 text-left">
            <ul className="grid list-disc gap-0.5 pl-4">
              {job.errors.map((error) => (
                <li key={error}>{error}</li>
              ))}
            </ul>
          </Callout>
        )}
      </EmptyState>
    </Card>
  );
}
