// Two files of a synthetic spa, as its portal and its POS would export them.
import { sandboxBooks, writeCsv } from '@medspasync/test-kit';

const SEED = 4711;

export interface BookFiles {
  rewards: Upload;
  pos: Upload;
}

export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const csvFile = (name: string, text: string): Upload => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** Rewards in the plain layout, sales as Square exports them. */
export function bookFiles(): BookFiles {
  const books = sandboxBooks(SEED, '2026-10-31');
  return {
    rewards: csvFile('rewards-october.csv', writeCsv(books.rewards, 'plain')),
    pos: csvFile('square-october.csv', writeCsv(books.pos, 'square-transactions')),
  };
}
