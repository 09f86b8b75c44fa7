// What a layout is: a header row and the cells below it.
import type { Transaction } from '@medspasync/schemas';

/** How one system writes a file. */
export interface CsvLayout {
  /** The header row, in the system's order; a system may leave a cell blank. */
  header: readonly string[];
  /** One cell per header cell. */
  cells(row: Transaction): readonly string[];
}
