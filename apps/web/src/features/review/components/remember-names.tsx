// Two names that differ: whether the alias book is to keep that they belong together, when the pair is approved.
import type { AliasKind, ResultRowWire } from '@medspasync/schemas';
import { Field, Select } from '@medspasync/ui';
import { compareFields } from '../../../lib/results/compare-fields.ts';
import { useMay } from '../../../lib/session.ts';

/** Whether both sides name a patient, and not with the same words. */
export const namesDiffer = (row: ResultRowWire): boolean =>
  compareFields(row.reward_transaction, row.pos_transactions).some(
    ({ label, state }) => label === 'Patient' && state === 'apart',
  );

/** A select has no undefined. */
const NOT_AT_ALL = '';

const CHOICES: Readonly<Record<AliasKind | typeof NOT_AT_ALL, string>> = {
  [NOT_AT_ALL]: 'Do not remember the names',
  alias: 'Remember: one patient with two names',
  household: 'Remember: two of one household',
};

export interface RememberNamesProps {
  remember: AliasKind | undefined;
  onRemember: (kind: AliasKind | undefined) => void;
}

export function RememberNames({ remember, onRemember }: RememberNamesProps) {
  const isAllowed = useMay('aliases:manage');
  if (!isAllowed) return null;
  return (
    <Field label="The names differ. On approving" className="max-w-sm">
      {(control) => (
        <Select
          {...control}
          className="w-full"
          value={remember ?? NOT_AT_ALL}
          onChange={({ target }) =>
            onRemember(target.value === NOT_AT_ALL ? undefined : (target.value as AliasKind))
          }
        >
          {Object.entries(CHOICES).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
