// The organization's name, from how many dollars on a write-off takes two, and whether everybody needs a second factor.
import {
  Button,
  Card,
  CardBody,
  CardHeader,
  CardTitle,
  Field,
  Input,
  Skeleton,
  Switch,
} from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { changeOrganization } from '../api/settings.ts';
import { useOrganization } from '../api/use-organization.ts';
import { ApprovalForm } from './approval-form.tsx';

export function OrganizationCard() {
  const queryClient = useQueryClient();
  const { data, error, isPending, refetch } = useOrganization();
  const { register, handleSubmit, formState } = useForm<{ name: string }>({
    values: { name: data?.name ?? '' },
  });
  const change = useMutation({
    mutationFn: changeOrganization,
    onSuccess: (changed) => queryClient.setQueryData(queryKeys.organization, changed),
  });
  const problem = error ?? change.error;
  return (
    <Card aria-labelledby="organization">
      <CardHeader>
        <CardTitle id="organization">Name and rules</CardTitle>
      </CardHeader>
      <CardBody className="grid gap-5">
        {problem && <ProblemNotice error={problem} onRetry={() => void refetch()} />}
        {isPending && <Skeleton className="h-24" />}
        {data && (
          <>
            <form
              noValidate
              aria-label="Name"
              className="max-w-md"
              onSubmit={handleSubmit((draft) => change.mutate(draft))}
            >
              <Field
                label="Name"
                error={formState.errors.name?.message}
                action={
                  <Button
                    type="submit"
                    variant="secondary"
                    busy={change.isPending}
                    disabled={!formState.isDirty}
                  >
                    Save
                  </Button>
                }
              >
                {(control) => (
                  <Input
                    {...control}
                    {...register('name', { validate: (name) => name.trim() !== '' || 'Enter a name.' })}
                  />
                )}
              </Field>
            </form>
            <ApprovalForm
              key={data.write_off_approval_above}
              above={data.write_off_approval_above}
              isSaving={change.isPending}
              onSave={(write_off_approval_above) => change.mutate({ write_off_approval_above })}
            />
            <Switch
              label="Every member needs a second factor"
              checked={data.second_factor_required}
              onCheckedChange={(second_factor_required) => change.mutate({ second_factor_required })}
            />
          </>
        )}
      </CardBody>
    </Card>
  );
}
