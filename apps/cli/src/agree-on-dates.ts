// Two files of one spa mostly write their dates alike: where one proves that the day comes first, so it does in the other,
// if that leaves it open.
import type { Book, readBook } from './read-book.ts';

interface Books {
  rewards: Book;
  pos: Book;
}

/** `readAgain` reads one of the books anew, as `readBook` does. */
export async function agreeOnDates(
  { rewards, pos }: Books,
  readAgain: (side: 'reward' | 'pos', beside: Book, dateOrder: 'dmy') => ReturnType<typeof readBook>,
): Promise<Books> {
  if (rewards.dateOrder === 'ambiguous' && pos.dateOrder === 'dmy') {
    return { rewards: readLike(pos, await readAgain('reward', pos, 'dmy')), pos };
  }
  if (pos.dateOrder === 'ambiguous' && rewards.dateOrder === 'dmy') {
    return { rewards, pos: readLike(rewards, await readAgain('pos', rewards, 'dmy')) };
  }
  return { rewards, pos };
}

const readLike = ({ filename }: Book, book: Book): Book => ({
  ...book,
  notices: [
    ...book.notices,
    `dates were read day first, as in ${filename}; nothing in the file itself says so`,
  ],
});
