// Where each field's cells are: looked up once per file, read once per row.
import type { MappedField } from '@medspasync/schemas';
import { isBlank } from '../fields/blank.ts';

export interface FieldCell {
  text: string;
  columnIndex: number;
}

/** The columns of each field, in order of preference. */
export class CellColumns {
  readonly #columns = new Map<MappedField, number[]>();

  constructor(columns: readonly { columnIndex: number; field: MappedField }[]) {
    for (const { columnIndex, field } of columns) {
      this.#columns.set(field, [...(this.#columns.get(field) ?? []), columnIndex]);
    }
  }

  of(field: MappedField): readonly number[] {
    return this.#columns.get(field) ?? [];
  }
}

/** The first cell among some columns that says something, trimmed. */
export function firstFilled(cells: readonly string[], columns: readonly number[]): FieldCell | undefined {
  for (const columnIndex of columns) {
    const text = (cells[columnIndex] ?? '').trim();
    if (!isBlank(text)) return { text, columnIndex };
  }
  return undefined;
}
