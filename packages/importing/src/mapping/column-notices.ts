// What a person should know of how columns were chosen, where the file leaves a choice that nobody made.
import type { MappedField } from '@medspasync/schemas';
import { normalizeHeader, quotedName } from '../table/header-names.ts';
import { fieldNamed, isKnownHeader } from './aliases.ts';
import { shareFitting } from './fitting-cells.ts';
import { FITTING, scoresByName } from './guess-columns.ts';
import type { GuessedColumn } from './guessed-column.ts';

/** Matches stand on these; what is passed over of them is said. */
const SAID_OF: Partial<Record<MappedField, string>> = { amount: 'the amount', date: 'the date' };

export interface ChosenColumns {
  headerRow: number;
  header: readonly string[];
  /** What messages call each column. */
  names: readonly string[];
  columns: readonly GuessedColumn[];
  sample: readonly (readonly string[])[];
}

/** Sentences without file and cell contents. */
export function columnNotices(chosen: ChosenColumns): string[] {
  const { header, headerRow } = chosen;
  const isUnnamed = !header.some(isKnownHeader);
  const unnamed = `row ${headerRow} was taken for the header, though none of its cells is a known name of a column`;
  return [...(isUnnamed ? [unnamed] : []), ...header.flatMap((_, index) => passedOver(chosen, index))];
}

function passedOver({ columns, header, names, sample }: ChosenColumns, index: number): string[] {
  if (columns.some(({ columnIndex }) => columnIndex === index)) return [];
  const name = normalizeHeader(header[index]!);
  const exact = fieldNamed(name);
  for (const [field] of scoresByName(name)) {
    const what = SAID_OF[field];
    if (!what) continue;
    const read = columns.find((column) => column.field === field)?.columnIndex;
    const share =
      shareFitting(
        field,
        sample.map((cells) => cells[index] ?? ''),
      ) ?? 1;
    if (read === undefined) {
      if (share === 0) return [`${quotedName(names[index]!)} was not read as ${what}: no cell of it is one`];
    } else if (normalizeHeader(header[read]!) === name) {
      return [
        `columns ${read + 1} and ${index + 1} have the same name; ${what} was read from column ${read + 1}`,
      ];
    } else if (exact === field && share < FITTING) {
      return [
        `${quotedName(names[index]!)} was not read as ${what}: few cells of it are one; ${quotedName(names[read]!)} was read instead`,
      ];
    }
  }
  return [];
}
