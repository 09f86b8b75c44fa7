// Whose books are open; and whether they are made up.
import { Badge } from '@medspasync/ui';
import { FlaskConical } from 'lucide-react';
import { useOrganization } from '../api/use-organization.ts';

/** `name` is known from the session; the rest follows. */
export function OrganizationName({ name }: { name: string }) {
  const { data } = useOrganization();
  return (
    <span className="flex min-w-0 items-center gap-2 text-sm">
      <span className="truncate font-medium">{data?.name ?? name}</span>
      {data?.is_sandbox && (
        <Badge tone="accent" title="Synthetic patients only">
          <FlaskConical aria-hidden />
          Sandbox
        </Badge>
      )}
    </span>
  );
}
