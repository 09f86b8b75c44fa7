import type { Transaction } from '@medspasync/schemas';
import { generateBooks } from '@medspasync/test-kit';
import { BookReader } from './book-reader.ts';
import type { JobColumns } from './job-columns.ts';
import { normalise } from './normalise.ts';
import { ReadBook } from './read-book.ts';

const books = generateBooks({ seed: 12, rewards: 300, process: 'front-desk', difficulty: 'hard' });

/** Its room is guessed too small on purpose. */
function read(rows: readonly Transaction[], columns?: JobColumns): ReadBook {
  const reader = new BookReader(10, columns);
  for (const row of rows) reader.add(row);
  return reader.finish();
}

test('books read one after the other, or apart and packed, give the records of their rows', () => {
  const expected = normalise(books);
  const rewards = read(books.rewards);
  const pos = read(books.pos, rewards.columns);
  expect(normalise({ rewards, pos })).toEqual(expected);
  const packed = () => new ReadBook(structuredClone(read(books.pos).pack()));
  expect(normalise({ rewards: read(books.rewards), pos: packed() })).toEqual(expected);
  const bothPacked = { rewards: new ReadBook(read(books.rewards).pack()), pos: packed() };
  expect(normalise(bothPacked)).toEqual(expected);
});

test('a book is handed over once, and two over different ids are refused', () => {
  const rewards = read(books.rewards);
  expect(() => normalise({ rewards, pos: read(books.pos) })).toThrow('other ids');
  expect(() => normalise({ rewards, pos: read(books.pos) })).toThrow('matched once');
});
