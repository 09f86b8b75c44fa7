// Stage 1: two books of transactions → comparable columns over their distinct rows.
import type { Records, Side } from '../domain.ts';
import type { Books, NameAlias, ProgramTerms, ReadBooks } from '../report.ts';
import { readBook } from './book-reader.ts';
import { JobColumns } from './job-columns.ts';
import { jobHabits } from './job-habits.ts';
import { knownNames } from './known-names.ts';
import { nameTable } from './name-tables.ts';
import { ReadBook } from './read-book.ts';
import { amountTable, holdersOf } from './shares.ts';
import { termsTable } from './terms-table.ts';
import { serviceTable, textTable } from './text-tables.ts';
import { tokenTable } from './token-table.ts';

/** What is known beside the books. */
export interface Knowledge {
  aliases?: readonly NameAlias[] | undefined;
  programTerms?: readonly ProgramTerms[] | undefined;
  /** `YYYY-MM-DD`; without it nothing has expired. */
  today?: string | undefined;
}

/** Reads both books, unless they were read before. Text is folded and cut to a bound; nothing in a row can make this throw. */
export function normalise(
  books: Books | ReadBooks,
  { aliases = [], programTerms = [], today = '1970-01-01' }: Knowledge = {},
): Records {
  const { columns, rewards, pos } = overSameIds(books);
  const sides = [rewards, pos];
  const tokens = tokenTable(columns.names);
  const names = nameTable(columns.names, tokens.packed);
  const phoneDigits = columns.phones.digits();
  const emails = columns.emails.table();
  const initials = columns.names.initials();
  const habits = jobHabits(rewards, pos, columns.names.count);
  return {
    rewards,
    pos,
    tokens,
    names,
    amounts: amountTable(columns.amounts.toArray(), sides),
    phoneDigits,
    phoneHolders: holdersOf(initials, columns.phones.count, sides, (side) => side.phone),
    emails,
    emailHolders: holdersOf(initials, emails.domain.length, sides, (side) => side.email),
    services: serviceTable(columns.services.values.text),
    providers: textTable(columns.providers.values.text, [rewards.provider, pos.provider]),
    locations: textTable(columns.locations.values.text, [rewards.location, pos.location]),
    references: columns.codes.packed(),
    codeDigits: columns.codes.digitsOf([rewards.reference, pos.reference]),
    ...habits,
    known: knownNames(aliases, columns.names, columns.names.count),
    terms: termsTable(programTerms, today),
  };
}

/** Rows, and books read over the same ids, have them; a book read elsewhere is renumbered. */
function overSameIds({ rewards, pos }: Books | ReadBooks): { columns: JobColumns; rewards: Side; pos: Side } {
  const columns = idsOf(rewards) ?? idsOf(pos) ?? new JobColumns(rowsOf(rewards) + rowsOf(pos));
  const sideOf = (book: Books['rewards'] | ReadBook): Side => {
    const own = (book instanceof ReadBook ? book : readBook(book, columns)).handOver();
    if (!('columns' in own)) return columns.take(own);
    if (own.columns !== columns) throw new Error('the POS was read over other ids than the rewards');
    return own.side;
  };
  return { columns, rewards: sideOf(rewards), pos: sideOf(pos) };
}

const idsOf = (book: Books['rewards'] | ReadBook): JobColumns | undefined =>
  book instanceof ReadBook ? book.columns : undefined;

export const rowsOf = (book: Books['rewards'] | ReadBook): number =>
  book instanceof ReadBook ? book.rows : book.length;
