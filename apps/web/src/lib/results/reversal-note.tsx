// The void of a redemption: what it takes back, and the word of a person that it does not.
import type { ResultRowWire, ReversalWire } from '@medspasync/schemas';
import { Button, Callout, Field, Textarea } from '@medspasync/ui';
import { Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { formatDay, formatInstant } from '../dates.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { useMay } from '../session.ts';
import { rowNameOf } from './result-words.ts';
import { useReversal } from './use-reversal.ts';

export interface ReversalNoteProps {
  jobId: string;
  row: ResultRowWire;
  onSaid: (row: ResultRowWire) => void;
}

export function ReversalNote({ jobId, onSaid, row }: ReversalNoteProps) {
  const mayDecide = useMay('reconciliation:decide');
  const [asked, ask] = useState<{ stands: boolean }>();
  const say = useReversal(jobId, row, (changed) => {
    ask(undefined);
    onSaid(changed);
  });
  const { reversal } = row;
  if (!reversal) return null;
  const { said, takes_back } = reversal;
  const name = rowNameOf(row);
  return (
    <Callout tone={takes_back ? 'neutral' : 'warning'} title={titleOf(reversal)}>
      {said && (
        <p>
          Said by {said.said_by}, {formatInstant(said.said_at)}
          {said.reason && `: “${said.reason}”`}
        </p>
      )}
      {say.isError && <ProblemNotice error={say.error} />}
      {mayDecide && !asked && (
        <div className="mt-1.5 flex flex-wrap gap-2">
          {said ? (
            <Button size="sm" variant="secondary" busy={say.isPending} onClick={() => say.mutate(null)}>
              <Undo2 aria-hidden />
              Undo: {name} {said.stands ? 'stands' : 'taken back'}
            </Button>
          ) : (
            <>
              <Button size="sm" variant="secondary" onClick={() => ask({ stands: true })}>
                This redemption stands
              </Button>
              {!takes_back && (
                <Button size="sm" variant="secondary" onClick={() => ask({ stands: false })}>
                  This one was taken back
                </Button>
              )}
            </>
          )}
        </div>
      )}
      {asked && (
        <ReasonForm
          label={asked.stands ? `${name} stands` : `${name} was taken back`}
          busy={say.isPending}
          onSay={(reason) => say.mutate({ stands: asked.stands, reason })}
          onCancel={() => ask(undefined)}
        />
      )}
    </Callout>
  );
}

function titleOf({ reversal_transaction, said, takes_back }: ReversalWire): string {
  const { date, reference, type } = reversal_transaction;
  const when = date ? ` of ${formatDay(date)}` : '';
  const which = `${type === 'refund' ? 'refund' : 'void'}${when}${reference ? ` (${reference})` : ''}`;
  if (takes_back) return `Taken back by a ${which}`;
  return said ? `Stands, in spite of a ${which}` : `A ${which} fits this redemption and others`;
}

interface ReasonFormProps {
  label: string;
  busy: boolean;
  onSay: (reason: string) => void;
  onCancel: () => void;
}

function ReasonForm({ busy, label, onCancel, onSay }: ReasonFormProps) {
  const { register, handleSubmit, formState, setFocus } = useForm<{ reason: string }>();
  // The button that had the focus is gone.
  useEffect(() => setFocus('reason'), [setFocus]);
  return (
    <form
      noValidate
      aria-label={label}
      className="mt-1.5 grid gap-3"
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
      onSubmit={handleSubmit(({ reason }) => onSay(reason))}
    >
      <Field
        label="Why?"
        hint="It holds in every run, also when the void comes again."
        error={formState.errors.reason?.message}
      >
        {(control) => (
          <Textarea
            {...control}
            {...register('reason', { validate: (reason) => reason.trim() !== '' || 'Say in a word why.' })}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" busy={busy}>
          {label}
        </Button>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
