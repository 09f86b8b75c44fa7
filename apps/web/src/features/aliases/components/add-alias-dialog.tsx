// Two names put into the book by hand.
import type { AliasKind } from '@medspasync/schemas';
import { Button, Dialog, Field, Input, Select } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { addAlias } from '../api/aliases.ts';
import { KIND_WORDS } from './kind-words.ts';

interface Draft {
  kind: AliasKind;
  first: string;
  second: string;
}

const isGiven = (name: string): true | string => name.trim() !== '' || 'Enter a name, in full.';

export function AddAliasDialog() {
  const [isOpen, setIsOpen] = useState(false);
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState, reset } = useForm<Draft>({
    defaultValues: { kind: 'alias', first: '', second: '' },
  });
  const close = () => {
    setIsOpen(false);
    reset();
    add.reset();
  };
  const add = useMutation({
    mutationFn: ({ kind, first, second }: Draft) => addAlias({ kind, names: [first, second] }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: queryKeys.aliases });
      close();
    },
  });
  const { errors } = formState;
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <Plus aria-hidden />
        Add names
      </Button>
      <Dialog open={isOpen} onClose={close} title="Names that belong together">
        <form
          noValidate
          aria-label="Names"
          className="grid gap-4"
          onSubmit={handleSubmit((draft) => add.mutate(draft))}
        >
          <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
            <Field label="One name" error={errors.first?.message}>
              {(control) => (
                <Input {...control} autoComplete="off" {...register('first', { validate: isGiven })} />
              )}
            </Field>
            <Field label="The other" error={errors.second?.message}>
              {(control) => (
                <Input {...control} autoComplete="off" {...register('second', { validate: isGiven })} />
              )}
            </Field>
          </div>
          <Field label="They are">
            {(control) => (
              <Select {...control} {...register('kind')} className="w-full">
                {Object.entries(KIND_WORDS).map(([kind, { choice }]) => (
                  <option key={kind} value={kind}>
                    {choice}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {add.isError && <ProblemNotice error={add.error} />}
          <Button type="submit" className="justify-self-start" busy={add.isPending}>
            Remember
          </Button>
        </form>
      </Dialog>
    </>
  );
}
