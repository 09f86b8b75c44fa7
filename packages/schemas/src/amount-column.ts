// Whether a file has what a transaction cannot do without.
import type { MappedField } from './uploads.ts';

/**
 * Whether some column holds the amounts. Where none does, an upload has no transactions and lists no skipped rows: what
 * it waits for is a correction of its mapping.
 */
export const hasAmountColumn = ({ columns }: { columns: readonly { field: MappedField }[] }): boolean =>
  columns.some(({ field }) => field === 'amount');
