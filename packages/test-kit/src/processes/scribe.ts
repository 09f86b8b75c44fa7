// A process in the narrow sense: habits of a spa group, and a scribe who writes both books with mistakes of its own.
import type { Transaction } from '@medspasync/schemas';
import type { RowIds } from '../book-binder.ts';
import type { ColumnChoice, Difficulty, ErrorType } from '../books.ts';
import type { Calendar } from '../calendar.ts';
import type { Habits } from '../habits.ts';
import type { Random } from '../random.ts';
import type { PosLine, Redemption } from '../redemption.ts';
import type { Wordings } from '../wordings.ts';

/** Everything a scribe needs to write the rows of one book. */
export interface Desk {
  random: Random;
  difficulty: Difficulty;
  /** How careless this desk is beside others of its kind: 1 is usual. */
  harshness: number;
  calendar: Calendar;
  places: readonly string[];
  columns: ColumnChoice;
  wordings: Wordings;
}

/** Notes of what was done wrong, each kind once. */
export type ErrorLog = ErrorType[];

export const note = (log: ErrorLog, error: ErrorType): void => {
  if (!log.includes(error)) log.push(error);
};

/**
 * Writes rows and adds to the log what it gets wrong. `transactionId` is left empty for the book to fill.
 */
export interface Scribe extends RowIds {
  habits: Habits;
  reward(redemption: Redemption, log: ErrorLog): Transaction;
  pos(line: PosLine, log: ErrorLog): Transaction;
  /** A day as this portal writes it; undefined where its file has no dates. */
  dateOf(day: number): string | undefined;
}

export type OpenDesk = (desk: Desk) => Scribe;
