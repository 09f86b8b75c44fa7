// Making a key: a name, what it may do, for how long. It is shown once.
import { DEFAULT_API_KEY_DAYS, MAX_API_KEY_DAYS } from '@medspasync/schemas';
import { Button, CheckboxList, Field, Input, Select } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { MakeDialog } from '../../../lib/make-dialog.tsx';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { createApiKey } from '../api/api-keys.ts';

interface Draft {
  name: string;
  days: string;
  permissions: string[];
}

const DAYS = [30, DEFAULT_API_KEY_DAYS, MAX_API_KEY_DAYS];

/** @param permissions one's own: a key has no others. */
export function CreateKeyDialog({ permissions }: { permissions: readonly string[] }) {
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState, reset } = useForm<Draft>({
    defaultValues: { name: '', days: String(DEFAULT_API_KEY_DAYS), permissions: [] },
  });
  const create = useMutation({
    mutationFn: ({ days, ...wanted }: Draft) => createApiKey({ ...wanted, expires_in_days: Number(days) }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.apiKeys }),
  });
  const beginAnew = () => {
    reset();
    create.reset();
  };
  const { errors } = formState;
  return (
    <MakeDialog
      action="New key"
      icon={Plus}
      title="New API key"
      made={
        create.data && {
          title: `“${create.data.name}” is made`,
          words: 'Copy it now: it is not shown again.',
          label: 'the key',
          secret: create.data.key,
        }
      }
      onClosed={beginAnew}
    >
      <form
        noValidate
        aria-label="New API key"
        className="grid gap-4"
        onSubmit={handleSubmit((draft) => create.mutate(draft))}
      >
        <div className="flex flex-wrap items-start gap-4">
          <Field label="Name" hint="What uses it." error={errors.name?.message} className="min-w-48 flex-1">
            {(control) => (
              <Input
                {...control}
                {...register('name', { validate: (name) => name.trim() !== '' || 'Enter a name.' })}
              />
            )}
          </Field>
          <Field label="Good for" hint={`At most ${MAX_API_KEY_DAYS} days.`}>
            {(control) => (
              <Select {...control} {...register('days')}>
                {DAYS.map((days) => (
                  <option key={days} value={days}>{`${days} days`}</option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <CheckboxList
          legend="What it may do"
          options={permissions.map((permission) => ({ value: permission, label: permission }))}
          control={register('permissions', {
            validate: (chosen) => chosen.length > 0 || 'Choose at least one.',
          })}
          error={errors.permissions?.message}
          className="gap-x-4 sm:grid-cols-2"
        />
        {create.isError && <ProblemNotice error={create.error} />}
        <Button type="submit" className="justify-self-start" busy={create.isPending}>
          Make the key
        </Button>
      </form>
    </MakeDialog>
  );
}
