// A file that cannot be imported, as the API says it: which rows and columns, never what is in them.
import { ImportError } from '@medspasync/importing';
import type { FieldError, SkippedRow } from '@medspasync/schemas';
import { Refusal } from '../../platform/errors/index.ts';

/** Rows named in a refusal; a file with more of them is wrong as a whole. */
const ROWS_NAMED = 1000;

/** Runs `read` and refuses what the importer refuses. */
export async function refusingBadFiles<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const { code, column, message, row } = error;
    throw new Refusal(code, {
      detail: message,
      errors: [{ field: row === undefined ? 'file' : placeOf({ row, column }), message }],
      cause: error,
    });
  }
}

/** For a file of which not one row could be read. */
export const nothingReadable = (filename: string, skipped: readonly SkippedRow[]): Refusal =>
  new Refusal('upload.no_rows', {
    detail: `${filename}: not one row can be read.`,
    errors: [
      ...skipped
        .slice(0, ROWS_NAMED)
        .map((row): FieldError => ({ field: placeOf(row), message: row.reason })),
      ...unnamed(skipped.length - ROWS_NAMED),
    ],
  });

const unnamed = (rows: number): FieldError[] =>
  rows > 0
    ? [{ field: 'file', message: `has ${rows} more bad rows; only the first ${ROWS_NAMED} are listed` }]
    : [];

/** A column without a header is named `column 3` by the importer. */
function placeOf({ row, column }: { row: number; column?: string }): string {
  if (column === undefined) return `row ${row}`;
  return /^column \d+$/.test(column) ? `row ${row}, ${column}` : `row ${row}, column ${column}`;
}
