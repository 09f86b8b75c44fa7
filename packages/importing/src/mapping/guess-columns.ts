// Best guess for headers nobody declared: by name, checked against the cells; by the cells where the name says nothing.
import type { MappedField } from '@medspasync/schemas';
import { normalizeHeader } from '../table/header-names.ts';
import { ALIASES, fieldNamed } from './aliases.ts';
import { guessByContent } from './content/guess-by-content.ts';
import { shareFitting } from './fitting-cells.ts';
import type { GuessedColumn } from './guessed-column.ts';
import { similarityOf } from './similarity.ts';

const EXACT = 0.95;
const CONTAINED = 0.65;
/** Header names less alike than this share letters, not meaning. */
const ALIKE = 0.8;
/** Below this share of fitting cells, the header is not believed unless it leaves no doubt. */
export const FITTING = 0.5;

/** Words that leave no doubt: bad cells under them are bad rows, and no reason to read another column. */
const OUTRIGHT: Partial<Record<MappedField, string>> = {
  amount: 'amount',
  date: 'date',
  customer_phone: 'phone',
  customer_email: 'email',
};

const FIELDS = Object.keys(ALIASES).filter((field) => field !== 'ignore') as MappedField[];

interface Taken {
  fields: ReadonlySet<MappedField>;
  columns: ReadonlySet<number>;
}

/**
 * One column per field at most, the surest first. `taken` fields and columns are left alone.
 * A column nothing fits is not in the result. What a header says wins over what other columns look like.
 */
export function guessColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  taken: Taken,
): GuessedColumn[] {
  const candidates = guessByName(header, sample, taken.columns);
  const named = surestFirst(candidates, taken.fields);
  // A header that says something is believed, even where another column was the better one for its field.
  const silent = guessByContent(header, sample, {
    fields: new Set([...taken.fields, ...named.map(({ field }) => field)]),
    columns: new Set([
      ...taken.columns,
      ...candidates.map(({ columnIndex }) => columnIndex),
      ...header.flatMap((name, columnIndex) => (isNamedOther(normalizeHeader(name)) ? [columnIndex] : [])),
    ]),
  });
  return [...named, ...surestFirst(silent, taken.fields)];
}

function guessByName(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  taken: ReadonlySet<number>,
): GuessedColumn[] {
  return header.flatMap((name, columnIndex) => {
    if (taken.has(columnIndex)) return [];
    const cells = sample.map((row) => row[columnIndex] ?? '');
    const normalised = normalizeHeader(name);
    return scoresByName(normalised).flatMap(([field, byName]) => {
      const share = shareFitting(field, cells) ?? 0.9;
      if (share < FITTING && !isSaidOutright(normalised, field, share)) return [];
      return [{ columnIndex, field, confidence: byName * share }];
    });
  });
}

/** Rows without an amount or with a bad date are named to a person; phones and e-mails are left out where they are none. */
function isSaidOutright(name: string, field: MappedField, share: number): boolean {
  const isExact = fieldNamed(name) === field;
  const isOutright = name.split(' ').includes(OUTRIGHT[field] ?? '');
  if (share > 0) return field in OUTRIGHT && (isExact || isOutright);
  return isExact && isOutright && (field === 'amount' || field === 'date');
}

function surestFirst(candidates: readonly GuessedColumn[], taken: ReadonlySet<MappedField>): GuessedColumn[] {
  const sorted = candidates.toSorted((a, b) => b.confidence - a.confidence || a.columnIndex - b.columnIndex);
  const chosen: GuessedColumn[] = [];
  const fields = new Set(taken);
  const columns = new Set<number>();
  for (const candidate of sorted) {
    if (fields.has(candidate.field) || columns.has(candidate.columnIndex)) continue;
    fields.add(candidate.field);
    columns.add(candidate.columnIndex);
    chosen.push({ ...candidate, confidence: Math.round(candidate.confidence * 100) / 100 });
  }
  return chosen;
}

/** The fields that a header could name, each with how surely. */
export function scoresByName(name: string): [MappedField, number][] {
  if (name === '' || isNamedOther(name)) return [];
  const exact = fieldNamed(name);
  // Earlier aliases are likelier: `Amount` before `Total` where a file has both.
  if (exact && exact !== 'ignore') return [[exact, EXACT - ALIASES[exact].indexOf(name) * 0.004]];
  const words = new Set(name.split(' '));
  const scores: [MappedField, number][] = [];
  for (const field of FIELDS) {
    const score = Math.max(...ALIASES[field].map((alias) => scoreAgainst(alias, name, words)));
    if (score > 0) scores.push([field, score]);
  }
  return scores;
}

/** Whether a header names, or contains the name of, something no transaction holds: `Client Birthday`. */
function isNamedOther(name: string): boolean {
  const exact = fieldNamed(name);
  if (exact) return exact === 'ignore';
  const words = new Set(name.split(' '));
  return ALIASES.ignore.some((alias) => alias.split(' ').every((word) => words.has(word)));
}

function scoreAgainst(alias: string, name: string, words: ReadonlySet<string>): number {
  const likeness = similarityOf(alias, name);
  if (likeness >= ALIKE) return likeness * 0.85;
  const parts = alias.split(' ');
  if (!parts.every((part) => words.has(part))) return 0;
  return parts.length > 1 ? CONTAINED : CONTAINED - 0.05;
}
