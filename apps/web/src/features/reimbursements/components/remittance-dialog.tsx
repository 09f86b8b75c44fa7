// A manufacturer's remittance: chosen, read, and split over the redemptions it pays.
import type { Program } from '@medspasync/schemas';
import { Button, Callout, Dialog, Field, Input, Select } from '@medspasync/ui';
import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { countOf } from '../../../lib/counts.ts';
import { formatDollars } from '../../../lib/money.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { ProgramOptions } from '../../../lib/program-options.tsx';
import { useReceiveRemittance } from '../api/reimbursements.ts';

interface Draft {
  files: FileList;
  program: Program | '';
}

const ACCEPTED_FILES = '.csv,.txt,.tsv,.xlsx,text/csv';

export function RemittanceDialog() {
  const [isOpen, setIsOpen] = useState(false);
  const { register, handleSubmit, formState, reset } = useForm<Draft>({ defaultValues: { program: '' } });
  const receive = useReceiveRemittance();
  const close = () => {
    setIsOpen(false);
    reset();
    receive.reset();
  };
  const send = ({ files, program }: Draft) => {
    const file = files[0];
    if (file) receive.mutate({ file, program: program === '' ? undefined : program });
  };
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>
        <FileUp aria-hidden />
        Bring a remittance
      </Button>
      <Dialog
        open={isOpen}
        onClose={close}
        title="Bring a remittance"
        description="One row per payment, as the manufacturer writes it. Every payment is split to the cent over the redemptions it pays, or left for you to choose."
      >
        {receive.data ? (
          <div className="grid gap-4">
            <Callout
              role="status"
              tone="success"
              title={`${countOf(receive.data.upload.transactions_count, 'payment')} read`}
            >
              {countOf(receive.data.run.settled, 'payment')} of{' '}
              {formatDollars(receive.data.run.settled_amount)} settled, {receive.data.run.review} to choose,{' '}
              {receive.data.run.unexplained} unexplained.
            </Callout>
            <Button className="justify-self-start" onClick={close}>
              Done
            </Button>
          </div>
        ) : (
          <form noValidate aria-label="Remittance" className="grid gap-4" onSubmit={handleSubmit(send)}>
            <Field label="File" hint="CSV or Excel." error={formState.errors.files?.message}>
              {(control) => (
                <Input
                  {...control}
                  type="file"
                  accept={ACCEPTED_FILES}
                  className="py-2"
                  {...register('files', { validate: (files) => files.length > 0 || 'Choose a file.' })}
                />
              )}
            </Field>
            <Field label="Program" hint="Of rows that name none.">
              {(control) => (
                <Select {...control} {...register('program')} className="w-full">
                  <option value="">As the file says</option>
                  <ProgramOptions />
                </Select>
              )}
            </Field>
            {receive.isError && <ProblemNotice error={receive.error} />}
            <Button type="submit" className="justify-self-start" busy={receive.isPending}>
              Read and settle
            </Button>
          </form>
        )}
      </Dialog>
    </>
  );
}
