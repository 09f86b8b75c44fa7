// Opening emergency access: why, and for how long.
import { Button, Card, CardBody, CardHeader, CardTitle, Field, Input, Select } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { openAccess } from '../api/emergency-access.ts';

interface Draft {
  reason: string;
  minutes: string;
}

const MINUTES = [15, 30, 60];
const MIN_REASON = 10;

export function OpenAccessCard() {
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState } = useForm<Draft>({
    defaultValues: { reason: '', minutes: '30' },
  });
  const open = useMutation({
    mutationFn: ({ reason, minutes }: Draft) => openAccess({ reason, minutes: Number(minutes) }),
    // What was refused before is allowed now.
    onSuccess: () => queryClient.invalidateQueries(),
  });
  return (
    <Card aria-labelledby="open-access">
      <CardHeader>
        <CardTitle id="open-access">You see no data of patients</CardTitle>
      </CardHeader>
      <CardBody>
        <form
          noValidate
          aria-labelledby="open-access"
          className="grid max-w-xl gap-4"
          onSubmit={handleSubmit((draft) => open.mutate(draft))}
        >
          <Field label="Reason" hint="Sealed like a note." error={formState.errors.reason?.message}>
            {(control) => (
              <Input
                {...control}
                {...register('reason', {
                  validate: (reason) =>
                    reason.trim().length >= MIN_REASON || `Say it in at least ${MIN_REASON} characters.`,
                })}
              />
            )}
          </Field>
          <Field label="For">
            {(control) => (
              <Select {...control} {...register('minutes')}>
                {MINUTES.map((minutes) => (
                  <option key={minutes} value={minutes}>{`${minutes} minutes`}</option>
                ))}
              </Select>
            )}
          </Field>
          {open.isError && <ProblemNotice error={open.error} />}
          <Button type="submit" variant="danger" className="justify-self-start" busy={open.isPending}>
            Open emergency access
          </Button>
        </form>
      </CardBody>
    </Card>
  );
}
