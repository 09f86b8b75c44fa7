// Stage 1: two books of transactions → comparable columns over their distinct rows.
import type { Records, Side } from '../domain.ts';
import type { Books, NameAlias, ReadBooks } from '../report.ts';
import { readBook } from './book-reader.ts';
import { JobColumns } from './job-columns.ts';
import { jobHabits } from './job-habits.ts';
import { knownNames } from './known-names.ts';
import { nameTable } from './name-tables.ts';
import { amountTable, holdersOf } from './shares.ts';
import { serviceTable, textTable } from './text-tables.ts';
import { tokenTable } from './token-table.ts';

/** Reads both books, unless they were read before. Text is folded and cut to a bound; nothing in a row can make this throw. */
export function normalise(books: Books | ReadBooks, aliases: readonly NameAlias[] = []): Records {
  const read = [books.rewards, books.pos].map((book) => ('side' in book ? book : readBook(book)));
  const columns = new JobColumns(read.reduce((rows, { side }) => rows + side.members.length, 0));
  const [rewards, pos] = read.map((book) => columns.take(book)) as [Side, Side];
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
    codeDigits: columns.codes.digits(),
    ...habits,
    known: knownNames(aliases, columns.names, columns.names.count),
  };
}
