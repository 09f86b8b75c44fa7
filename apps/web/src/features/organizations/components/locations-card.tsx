// Where patients are treated.
import type { LocationWire } from '@medspasync/schemas';
import { Button, Card, CardHeader, CardTitle, EmptyState, Skeleton } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MapPin, Plus } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { removeLocation } from '../api/settings.ts';
import { useOrganization } from '../api/use-organization.ts';
import { LocationDialog } from './location-dialog.tsx';

export function LocationsCard() {
  const queryClient = useQueryClient();
  const { data, isPending } = useOrganization();
  const [open, setOpen] = useState<LocationWire | 'new'>();
  const remove = useMutation({
    mutationFn: removeLocation,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.organization }),
  });
  return (
    <Card aria-labelledby="locations" className="overflow-hidden">
      <CardHeader className="items-center justify-between">
        <CardTitle id="locations">Locations</CardTitle>
        <Button size="sm" variant="secondary" onClick={() => setOpen('new')}>
          <Plus aria-hidden />
          Add
        </Button>
      </CardHeader>
      {remove.isError && <ProblemNotice error={remove.error} className="mx-5 mb-5 sm:mx-6" />}
      {isPending && <Skeleton className="mx-5 mb-5 h-20 sm:mx-6" />}
      {data?.locations.length === 0 && (
        <EmptyState icon={MapPin} title="No location yet" className="border-line border-t py-10">
          Files and results can be told apart by the place they belong to.
        </EmptyState>
      )}
      {data && data.locations.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {data.locations.map((location) => (
            <li
              key={location.location_id}
              className="flex flex-wrap items-center justify-between gap-3 px-5 py-3.5 sm:px-6"
            >
              <p className="min-w-0 text-sm">
                <span className="block truncate font-medium">{location.name}</span>
                <span className="text-ink-faint">{location.time_zone}</span>
              </p>
              <div className="flex gap-2">
                <Button
                  size="sm"
                  variant="secondary"
                  aria-label={`Change ${location.name}`}
                  onClick={() => setOpen(location)}
                >
                  Change
                </Button>
                <Button
                  size="sm"
                  variant="ghost"
                  aria-label={`Remove ${location.name}`}
                  busy={remove.isPending && remove.variables === location.location_id}
                  onClick={() => remove.mutate(location.location_id)}
                >
                  Remove
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {open && (
        <LocationDialog location={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Card>
  );
}
