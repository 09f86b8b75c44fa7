// Stage 1: two books of transactions → comparable columns over their distinct rows.
import type { Transaction } from '@medspasync/schemas';
import type { Records } from '../domain.ts';
import type { NameAlias } from '../report.ts';
import { JobColumns } from './job-columns.ts';
import { jobHabits } from './job-habits.ts';
import { knownNames } from './known-names.ts';
import { nameTable } from './name-tables.ts';
import { amountTable, holdersOf } from './shares.ts';
import { serviceTable, textTable } from './text-tables.ts';
import { tokenTable } from './token-table.ts';

/** Reads both books. Text is folded and cut to a bound; nothing in a row can make this throw. */
export function normalise(
  books: { rewards: readonly Transaction[]; pos: readonly Transaction[] },
  aliases: readonly NameAlias[] = [],
): Records {
  const columns = new JobColumns(books.rewards.length + books.pos.length);
  const rewards = columns.readSide(books.rewards);
  const pos = columns.readSide(books.pos);
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
