// From a header to fields: the known layout first, then best guesses, then the person's correction.
import type { MappedField } from '@medspasync/schemas';
import type { TransactionLayout } from '../providers/layout.ts';
import { normalizeHeader } from '../table/header-names.ts';
import { guessColumns } from './guess-columns.ts';
import type { GuessedColumn } from './guessed-column.ts';

export interface ColumnCorrection {
  columnIndex: number;
  field: MappedField;
}

/** One entry per column that means something; of two columns of one field, the preferred one comes first. */
export function mapColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  layout: TransactionLayout | undefined,
  correction: readonly ColumnCorrection[] | undefined,
): GuessedColumn[] {
  const declared = layout ? declaredColumns(header, layout) : [];
  const guessed =
    layout && !layout.isOpenEnded
      ? []
      : guessColumns(header, sample, {
          fields: new Set(declared.map(({ field }) => field)),
          columns: new Set(declared.map(({ columnIndex }) => columnIndex)),
        });
  return correct([...declared, ...guessed], correction);
}

/** Declared order is the order of preference; a header the file repeats counts once. */
function declaredColumns(header: readonly string[], layout: TransactionLayout): GuessedColumn[] {
  const names = header.map(normalizeHeader);
  return Object.entries(layout.columns)
    .map(([name, field]) => ({ columnIndex: names.indexOf(normalizeHeader(name)), field, confidence: 1 }))
    .filter(({ columnIndex }) => columnIndex >= 0);
}

/** What a person said counts; a field they gave to one column is taken from the columns they did not mention. */
function correct(
  columns: readonly GuessedColumn[],
  correction: readonly ColumnCorrection[] | undefined,
): GuessedColumn[] {
  if (!correction) return [...columns];
  const mentioned = new Set(correction.map(({ columnIndex }) => columnIndex));
  const given = new Set(correction.map(({ field }) => field));
  const kept = columns.filter(({ columnIndex, field }) => !mentioned.has(columnIndex) && !given.has(field));
  const corrected = correction
    .filter(({ field }) => field !== 'ignore')
    .map((column) => ({ ...column, confidence: 1 }));
  return [...kept, ...corrected];
}
