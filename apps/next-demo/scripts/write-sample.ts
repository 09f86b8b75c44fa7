// Writes the two files that "Try with sample data" reads: a synthetic spa's October, the same at every build.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sandboxBooks, writeCsv } from '@medspasync/test-kit';

const SEED = 20261031;
const LAST_DAY = '2026-10-31';

const directory = path.resolve(import.meta.dirname, '../public/sample');
const books = sandboxBooks(SEED, LAST_DAY);
mkdirSync(directory, { recursive: true });
writeFileSync(path.join(directory, 'rewards.csv'), writeCsv(books.rewards, 'plain'));
writeFileSync(path.join(directory, 'sales.csv'), writeCsv(books.pos, 'square-transactions'));
