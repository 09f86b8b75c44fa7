// A location being added or changed.
import { type CreateLocationRequestWire, type LocationWire, TimeZoneWire } from '@medspasync/schemas';
import { Button, Dialog, Field, Input } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { changeLocation, createLocation } from '../api/settings.ts';

export interface LocationDialogProps {
  /** Undefined for a new one. */
  location: LocationWire | undefined;
  onClose: () => void;
}

const hereZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function LocationDialog({ location, onClose }: LocationDialogProps) {
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState } = useForm<CreateLocationRequestWire>({
    defaultValues: { name: location?.name ?? '', time_zone: location?.time_zone ?? hereZone() },
  });
  const save = useMutation({
    mutationFn: (draft: CreateLocationRequestWire) =>
      location ? changeLocation(location.location_id, draft) : createLocation(draft),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.organization });
      onClose();
    },
  });
  const { errors } = formState;
  return (
    <Dialog open onClose={onClose} title={location ? 'Change a location' : 'Add a location'}>
      <form
        noValidate
        aria-label="Location"
        className="grid gap-4"
        onSubmit={handleSubmit((draft) => save.mutate(draft))}
      >
        <Field label="Name" error={errors.name?.message}>
          {(control) => (
            <Input
              {...control}
              {...register('name', { validate: (name) => name.trim() !== '' || 'Enter a name.' })}
            />
          )}
        </Field>
        <Field label="Time zone" hint="Its days begin and end by it." error={errors.time_zone?.message}>
          {(control) => (
            <Input
              {...control}
              {...register('time_zone', {
                validate: (zone) =>
                  TimeZoneWire.safeParse(zone).success || 'Enter a time zone such as America/New_York.',
              })}
            />
          )}
        </Field>
        {save.isError && <ProblemNotice error={save.error} />}
        <Button type="submit" className="justify-self-start" busy={save.isPending}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}
