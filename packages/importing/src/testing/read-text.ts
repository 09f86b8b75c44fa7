// A file that is a text in the test, read as an upload would be.
import { type ImportOptions, importTransactions } from '../index.ts';
import { memorySource } from './memory-source.ts';

export const HEADER = 'transaction_id,customer_name,amount,date\n';

export const read = (
  content: string | Uint8Array,
  options: Partial<ImportOptions> = {},
  filename = 'file.csv',
) => importTransactions(memorySource(content, filename), { side: 'reward', ...options });

/** @returns why the file was refused as a whole, nothing where it was read. */
export const refused = (content: string | Uint8Array, filename = 'file.csv') =>
  read(content, {}, filename).then(
    () => undefined,
    (error: { code: string; message: string; row?: number; column?: string }) => error,
  );
