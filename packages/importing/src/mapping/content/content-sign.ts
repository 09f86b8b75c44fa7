// What every content guess is made of: which field, what speaks against it, how surely its cells show it.
import type { MappedField } from '@medspasync/schemas';
import { isBlank } from '../../fields/blank.ts';

export interface SampledColumn {
  /** Its filled cells, trimmed. */
  cells: readonly string[];
  /** Rows sampled, blank cells included. */
  rows: number;
}

export interface ContentSign {
  field: MappedField;
  /** Words of a header that contradict the cells: `Referred By` holds names, but no patients’. */
  against: ReadonlySet<string>;
  /** 0 (not this field) to below 0.8: cells alone never make a column sure. */
  confidenceOf(column: SampledColumn): number;
}

/** Of the filled cells, so many must agree; the rest may be totals, notes and slips. */
export const MOSTLY = 0.8;

/** Longer cells are prose or data; they would only make the patterns work hard. */
const LONGEST = 80;

export function sampleColumn(sample: readonly (readonly string[])[], columnIndex: number): SampledColumn {
  const cells = sample.map((row) => (row[columnIndex] ?? '').trim()).filter((cell) => !isBlank(cell));
  return { cells, rows: sample.length };
}

/** Share (0–1) of the cells that pass; 0 without any. */
export function shareOf(cells: readonly string[], passes: (cell: string) => boolean): number {
  if (cells.length === 0) return 0;
  return cells.filter((cell) => cell.length <= LONGEST && passes(cell)).length / cells.length;
}

/** A list of words as people write one. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.split(' '));
