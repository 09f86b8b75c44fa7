// Teaching: what people decided becomes what the model learns. Whether it is put to work is chosen before.
import type { Promote } from '@medspasync/schemas';
import { Button, Callout, Card, CardBody, CardHeader, CardTitle, Field, Select } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { GraduationCap } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { countOf } from '../../../lib/counts.ts';
import { queryKeys } from '../../../lib/query-keys.ts';
import { trainFromDecisions } from '../api/models.ts';
import { FiguresTable } from './figures-table.tsx';
import { TeachingProblem } from './teaching-problem.tsx';

const PROMOTE_WORDS: Readonly<Record<Promote, string>> = {
  'if-better': 'If it is better on held-out pairs',
  never: 'Not yet; look at it first',
  always: 'In any case',
};

export function TrainCard() {
  const queryClient = useQueryClient();
  const { register, handleSubmit } = useForm<{ promote: Promote }>({
    defaultValues: { promote: 'if-better' },
  });
  const train = useMutation({
    mutationFn: ({ promote }: { promote: Promote }) => trainFromDecisions(promote),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: queryKeys.modelVersions }),
  });
  return (
    <Card aria-labelledby="train">
      <CardHeader>
        <CardTitle id="train">Teach from decisions</CardTitle>
        <p className="w-full text-ink-soft text-sm">
          Approved pairs are matches, rejected ones are not. At least ten decisions with both among them; a
          few hundred change much. No other organization’s model changes, and none sees yours.
        </p>
      </CardHeader>
      <CardBody className="grid gap-5">
        <form
          noValidate
          aria-labelledby="train"
          className="flex flex-wrap items-end gap-3"
          onSubmit={handleSubmit((draft) => train.mutate(draft))}
        >
          <Field label="Put it to work">
            {(control) => (
              <Select {...control} {...register('promote')}>
                {Object.entries(PROMOTE_WORDS).map(([promote, words]) => (
                  <option key={promote} value={promote}>
                    {words}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Button type="submit" busy={train.isPending}>
            {!train.isPending && <GraduationCap aria-hidden />}
            Teach
          </Button>
        </form>
        {train.isError && <TeachingProblem error={train.error} />}
        {train.data && (
          <>
            <Callout
              role="status"
              tone={train.data.is_promoted ? 'success' : 'info'}
              title={train.data.is_promoted ? 'The new model is at work' : 'The new model waits'}
            >
              {train.data.model_version}, from {countOf(train.data.training_samples, 'pair')}.
            </Callout>
            <FiguresTable figures={train.data} />
          </>
        )}
      </CardBody>
    </Card>
  );
}
