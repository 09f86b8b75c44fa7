// The sandbox's two months as the files a spa would have: the redemptions of all programs, and the POS's own export.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type CsvLayoutName, type SyntheticBooks, sandboxBooks, writeCsv } from '@medspasync/test-kit';
import type { ReceivedFile } from '../modules/uploads/index.ts';

/** The same patients at every reset; only their dates move. */
const SEED = 7;

export interface SandboxFiles {
  rewards: ReceivedFile;
  pos: ReceivedFile;
  /** Where the spa treats. */
  locations: string[];
}

/** Writes both files for the two months up to `today`, hands them to `use`, and takes them away again. */
export async function withSandboxFiles<T>(
  directory: string,
  today: Date,
  use: (files: SandboxFiles) => Promise<T>,
): Promise<T> {
  const books = sandboxBooks(SEED, today.toISOString());
  const folder = await mkdtemp(path.join(directory, 'sandbox-'));
  try {
    return await use({
      rewards: await render(folder, 'loyalty-redemptions.csv', books.rewards, 'plain'),
      pos: await render(folder, 'square-transactions.csv', books.pos, 'square-transactions'),
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
