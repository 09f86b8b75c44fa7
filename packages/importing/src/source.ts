// What the importer reads from, and the rows every kind of file becomes.
import type { TextCell } from '@medspasync/schemas';
import { ImportError } from './import-error.ts';

/** What a row says, cell by cell. Columns count from 0; a cell beyond the row's width says nothing. */
export interface RowCells {
  readonly width: number;
  textOf(column: number): string;
  /** A small number that equal cells of a column share, so that each is read once; negative where nobody kept count. */
  keyOf(column: number): number;
  /** Whether nothing but white space stands in a cell. */
  isBlank(column: number): boolean;
  /** False where a cell certainly does not begin with two letters. */
  mayBeginWithWord(column: number): boolean;
  /** Points `cell` to a cell's bytes; false where it has none, or not only ASCII. */
  takeBytes(column: number, cell: TextCell): boolean;
}

/** One row. `number` is the row a spreadsheet shows: a line break inside a quoted cell does not start a new one. */
export interface Row {
  number: number;
  cells: string[];
  /** Set on a row too wide or too long to be held: its cells were passed over, and this is why. */
  refusal?: RowRefusal | undefined;
}

export interface RowRefusal {
  code: 'upload.too_wide' | 'upload.too_long_row';
  reason: string;
}

/** A refused row where the file cannot do without it. */
export const refusedRow = (filename: string, row: number, { code, reason }: RowRefusal): ImportError =>
  new ImportError(code, `${filename}, row ${row}: ${reason}.`, { row });

export interface ImportLimits {
  /** Data rows. */
  rows: number;
  columns: number;
  /** Characters of one row: what an unclosed quote may swallow before it is noticed. */
  rowCharacters: number;
}

export const DEFAULT_LIMITS: ImportLimits = { rows: 200_000, columns: 256, rowCharacters: 1_048_576 };

export interface ImportSource {
  /** What messages call the file. */
  filename: string;
  /** The name a person gave it, where messages must not say that. It may tell the program. Default: `filename`. */
  givenName?: string | undefined;
  /** The bytes from the start; may be called again. */
  stream(): AsyncIterable<Uint8Array>;
  /** Its sheet with the table, where it is an Excel workbook and the runtime can read one. */
  openWorkbook?(limits: ImportLimits): Promise<WorkbookSheet>;
}

export interface WorkbookSheet {
  sheetName: string;
  /** The first is 1. */
  sheetNumber: number;
  /** Sheets with content besides it. */
  otherSheets: number;
  /** Batches of rows, from the first row at every call. */
  rows(): AsyncIterable<Row[]>;
}
