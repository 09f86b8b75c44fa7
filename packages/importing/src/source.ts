// What the importer reads from, and the rows every kind of file becomes.
import { ImportError } from './import-error.ts';

/** What a row says. */
export interface RowCells {
  cells: readonly string[];
  /**
   * For each cell a small number that equal cells of its column share, so that each is read once; negative where nobody
   * kept count. Absent when no cell has one.
   */
  keys?: readonly number[];
}

/** One row. `number` is the row a spreadsheet shows: a line break inside a quoted cell does not start a new one. */
export interface Row extends RowCells {
  number: number;
  cells: string[];
  /** Set on a row too wide or too long to be held: its cells were passed over, and this is why. */
  refusal?: RowRefusal;
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
  /** The name a person gave it, where messages do not say that. It may tell the program. Default: `filename`. */
  givenName?: string;
  /** The bytes from the start; may be called again. */
  stream(): AsyncIterable<Uint8Array>;
  /** Its sheet with the table, where it is an Excel workbook and the runtime can read one. */
  openWorkbook?(limits: ImportLimits): Promise<WorkbookSheet>;
}

export interface WorkbookSheet {
  sheetName: string;
  /** Sheets with content besides it. */
  otherSheets: number;
  /** Batches of rows, from the first row at every call. */
  rows(): AsyncIterable<Row[]>;
}
