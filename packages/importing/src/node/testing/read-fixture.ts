// A provider's fixture as the wire would show it, for snapshot tests of its layout.
import { fileURLToPath } from 'node:url';
import { transactionToWire, type UploadKind } from '@medspasync/schemas';
import { importTransactions } from '../../import-transactions.ts';
import { fileSource } from '../file-source.ts';

/** Imports `name` beside the test (`import.meta.url`). */
export async function readFixture(testUrl: string, name: string, side: UploadKind) {
  const result = await importTransactions(fileSource(fileURLToPath(new URL(name, testUrl))), { side });
  const { layout, dateOrder, headerRow, columns } = result.mapping;
  return {
    layout,
    dateOrder,
    headerRow,
    mapped: columns
      .filter(({ field }) => field !== 'ignore')
      .map(({ column, field }) => `${column} → ${field}`),
    transactions: result.transactions.map(transactionToWire),
    skipped: result.skipped,
  };
}
