// Why a whole file was refused. Messages name the file, row and column, never what a cell says.

export type ImportErrorCode =
  | 'upload.empty'
  | 'upload.no_rows'
  | 'upload.not_tabular'
  | 'upload.unreadable'
  | 'upload.snapshot'
  | 'upload.no_header'
  | 'upload.no_amount_column'
  | 'upload.bad_mapping'
  | 'upload.too_wide'
  | 'upload.too_long_row'
  | 'upload.too_many_rows'
  | 'upload.too_large';

/** A file that cannot be imported at all. Rows that cannot are `skipped` instead. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportErrorCode;
  /** Line of the file as a spreadsheet numbers it. */
  readonly row?: number;
  /** Header of the column, or its letter-free position such as `column 3`. */
  readonly column?: string;

  constructor(code: ImportErrorCode, message: string, at: { row?: number; column?: string } = {}) {
    super(message);
    this.code = code;
    this.row = at.row;
    this.column = at.column;
  }
}
