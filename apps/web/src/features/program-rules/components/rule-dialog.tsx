// Terms of a program from a day on: new ones, or other ones for a day that has some.
import {
  DEFAULT_REIMBURSEMENT_DAYS,
  type Program,
  type ProgramRuleWire,
  type SetProgramRuleRequestWire,
} from '@medspasync/schemas';
import { Button, Dialog, Field, Input, Select } from '@medspasync/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { ProgramOptions } from '../../../lib/program-options.tsx';
import { queryKeys } from '../../../lib/query-keys.ts';
import { setProgramRule } from '../api/program-rules.ts';

/** As it is typed: a blank value of points is no fixed value, blank days of life are no end. */
interface Draft {
  program: Program;
  validFrom: string;
  lagDays: number;
  claimWindowDays: number;
  reimbursementDays: number;
  expiresAfterDays: string;
  centsPerPoint: string;
}

const MAX_DAYS = 3650;

const draftOf = (rule: ProgramRuleWire | undefined): Draft => ({
  program: rule?.program ?? 'alle',
  validFrom: rule?.valid_from ?? '',
  lagDays: rule?.lag_days ?? 5,
  claimWindowDays: rule?.claim_window_days ?? 30,
  reimbursementDays: rule?.reimbursement_days ?? DEFAULT_REIMBURSEMENT_DAYS,
  expiresAfterDays: rule?.expires_after_days?.toString() ?? '',
  centsPerPoint: rule?.cents_per_point?.toString() ?? '',
});

const requestOf = (draft: Draft): SetProgramRuleRequestWire => ({
  program: draft.program,
  valid_from: draft.validFrom,
  lag_days: draft.lagDays,
  claim_window_days: draft.claimWindowDays,
  reimbursement_days: draft.reimbursementDays,
  expires_after_days: draft.expiresAfterDays.trim() === '' ? null : Number(draft.expiresAfterDays),
  cents_per_point: draft.centsPerPoint.trim() === '' ? null : Number(draft.centsPerPoint),
});

const daysOrWhy = (days: number): true | string =>
  (Number.isInteger(days) && days >= 0 && days <= MAX_DAYS) || `Enter days, 0 to ${MAX_DAYS}.`;

export interface RuleDialogProps {
  /** Undefined for new ones. */
  rule: ProgramRuleWire | undefined;
  onClose: () => void;
}

export function RuleDialog({ rule, onClose }: RuleDialogProps) {
  const queryClient = useQueryClient();
  const { register, handleSubmit, formState } = useForm<Draft>({ defaultValues: draftOf(rule) });
  const save = useMutation({
    mutationFn: (draft: Draft) => setProgramRule(requestOf(draft)),
    onSuccess: (rules) => {
      queryClient.setQueryData(queryKeys.programRules, rules);
      // States and deadlines of every run follow the terms at once.
      void queryClient.invalidateQueries({ queryKey: queryKeys.jobs });
      onClose();
    },
  });
  const { errors } = formState;
  const days = (name: 'lagDays' | 'claimWindowDays' | 'reimbursementDays') => ({
    type: 'number',
    min: 0,
    max: MAX_DAYS,
    ...register(name, {
      valueAsNumber: true,
      validate: daysOrWhy,
    }),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={rule ? 'Change the terms' : 'New terms'}
      description="They hold for transactions from their first day on, up to the day of the next terms. Deadlines and states follow at once."
    >
      <form
        noValidate
        aria-label="Terms"
        className="grid gap-4"
        onSubmit={handleSubmit((draft) => save.mutate(draft))}
      >
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <Field label="Program">
            {(control) => (
              <Select {...control} {...register('program')} className="w-full" disabled={rule !== undefined}>
                <ProgramOptions />
              </Select>
            )}
          </Field>
          <Field label="First day" error={errors.validFrom?.message}>
            {(control) => (
              <Input
                {...control}
                type="date"
                {...register('validFrom', { validate: (day) => day !== '' || 'Choose the first day.' })}
              />
            )}
          </Field>
          <Field
            label="Other side within, days"
            hint="Until then a one-sided row is expected, not missing."
            error={errors.lagDays?.message}
          >
            {(control) => <Input {...control} {...days('lagDays')} />}
          </Field>
          <Field
            label="Claim within, days"
            hint="After the visit, while it can still be redeemed."
            error={errors.claimWindowDays?.message}
          >
            {(control) => <Input {...control} {...days('claimWindowDays')} />}
          </Field>
          <Field
            label="Paid back within, days"
            hint="Until then a reimbursement is awaited."
            error={errors.reimbursementDays?.message}
          >
            {(control) => <Input {...control} {...days('reimbursementDays')} />}
          </Field>
          <Field
            label="Expires after, days"
            hint="After the visit it is given at; blank where it does not."
            error={errors.expiresAfterDays?.message}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="numeric"
                {...register('expiresAfterDays', {
                  validate: (days) => days.trim() === '' || daysOrWhy(Number(days)),
                })}
              />
            )}
          </Field>
          <Field
            label="Cents per point"
            hint="Blank where points have no fixed value."
            error={errors.centsPerPoint?.message}
          >
            {(control) => (
              <Input
                {...control}
                inputMode="decimal"
                {...register('centsPerPoint', {
                  validate: (cents) =>
                    cents.trim() === '' || Number(cents) > 0 || 'Enter an amount above 0, or nothing.',
                })}
              />
            )}
          </Field>
        </div>
        {save.isError && <ProblemNotice error={save.error} />}
        <Button type="submit" className="justify-self-start" busy={save.isPending}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}
