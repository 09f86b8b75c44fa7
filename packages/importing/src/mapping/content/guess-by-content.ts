// Best guess for columns whose header says nothing: by what their cells look like.
import type { MappedField } from '@medspasync/schemas';
import { normalizeHeader } from '../../table/header-names.ts';
import type { GuessedColumn } from '../guessed-column.ts';
import { email, phone } from './contact.ts';
import { type ContentSign, sampleColumn } from './content-sign.ts';
import { date } from './date.ts';
import { money } from './money.ts';
import { personName } from './person-name.ts';
import { program } from './program.ts';

const SIGNS: readonly ContentSign[] = [email, phone, date, money, program, personName];

/** Data rows looked at: more would not change what a column looks like. */
const ROWS_LOOKED_AT = 200;

/**
 * Candidates, not yet one per field: a column may show several fields, several columns one. Columns that show a field
 * equally well share its confidence, since nothing but their order decides between them.
 */
export function guessByContent(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  taken: { fields: ReadonlySet<MappedField>; columns: ReadonlySet<number> },
): GuessedColumn[] {
  const rows = sample.slice(0, ROWS_LOOKED_AT);
  const signs = SIGNS.filter(({ field }) => !isTaken(field, taken.fields));
  const candidates = header.flatMap((name, columnIndex) => {
    if (taken.columns.has(columnIndex)) return [];
    const words = normalizeHeader(name).split(' ');
    const column = sampleColumn(rows, columnIndex);
    return signs
      .filter(({ against }) => !words.some((word) => against.has(word)))
      .map((sign) => ({ columnIndex, field: sign.field, confidence: sign.confidenceOf(column) }))
      .filter(({ confidence }) => confidence > 0);
  });
  return candidates.map((candidate) => ({
    ...candidate,
    confidence: candidate.confidence / rivalsOf(candidate, candidates),
  }));
}

/** A patient named by first and last name needs no full name, which would be somebody else's. */
const isTaken = (field: MappedField, taken: ReadonlySet<MappedField>): boolean =>
  taken.has(field) ||
  (field === 'customer_name' && (taken.has('customer_first_name') || taken.has('customer_last_name')));

/** Candidates at least as good for the same field, itself included. */
const rivalsOf = (one: GuessedColumn, all: readonly GuessedColumn[]): number =>
  all.filter(({ field, confidence }) => field === one.field && confidence >= one.confidence).length;
