// The sandbox's two months as the files a spa would have: the redemptions of all programs, the POS's own export, and what was
// paid back so far.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CsvLayoutName,
  type SyntheticBooks,
  sandboxBooks,
  sandboxRemittances,
  writeCsv,
} from '@medspasync/test-kit';
import type { ReceivedFile } from '../modules/uploads/index.ts';

/** The same patients at every reset; only their dates move. */
const SEED = 7;

export interface SandboxFiles {
  rewards: ReceivedFile;
  pos: ReceivedFile;
  reimbursements: ReceivedFile;
  /** Where the spa treats. */
  locations: string[];
}

/** Writes the files of the two months up to `today`, hands them to `use`, and takes them away again. */
export async function withSandboxFiles<T>(
  directory: string,
  today: Date,
  use: (files: SandboxFiles) => Promise<T>,
): Promise<T> {
  const lastDay = today.toISOString().slice(0, 10);
  const books = sandboxBooks(SEED, lastDay);
  const paid = sandboxRemittances(books, lastDay);
  const folder = await mkdtemp(path.join(directory, 'sandbox-'));
  try {
    return await use({
      rewards: await render(folder, 'loyalty-redemptions.csv', books.rewards, 'plain'),
      pos: await render(folder, 'square-transactions.csv', books.pos, 'square-transactions'),
      reimbursements: await render(folder, 'remittances.csv', paid, 'remittance'),
      locations: locationsOf(books),
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function render(
  folder: string,
  filename: string,
  rows: SyntheticBooks['pos'],
  layout: CsvLayoutName,
): Promise<ReceivedFile> {
  const file = path.join(folder, filename);
  await writeFile(file, writeCsv(rows, layout));
  return { path: file, filename, sizeBytes: (await stat(file)).size };
}

const locationsOf = ({ pos }: SyntheticBooks): string[] =>
  [...new Set(pos.flatMap(({ location }) => location ?? []))].sort();
