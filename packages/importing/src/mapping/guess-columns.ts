// Best guess for headers nobody declared: by name, checked against the cells.
import type { MappedField } from '@medspasync/schemas';
import { normalizeHeader } from '../table/header-names.ts';
import { ALIASES, fieldNamed } from './aliases.ts';
import { fieldByFormat, shareFitting } from './column-content.ts';
import { similarityOf } from './similarity.ts';

export interface GuessedColumn {
  columnIndex: number;
  field: MappedField;
  /** 0–1; a person should look at anything below 0.8. */
  confidence: number;
}

const EXACT = 0.95;
const CONTAINED = 0.65;
const FORMAT_ONLY = 0.5;
/** Header names less alike than this share letters, not meaning. */
const ALIKE = 0.8;
/** Below this share of fitting cells, the header is not believed. */
const FITTING = 0.5;

const FIELDS = Object.keys(ALIASES).filter((field) => field !== 'ignore') as MappedField[];

/**
 * One column per field at most, the surest first. `taken` fields and columns are left alone.
 * A column nothing fits is not in the result.
 */
export function guessColumns(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  taken: { fields: ReadonlySet<MappedField>; columns: ReadonlySet<number> },
): GuessedColumn[] {
  const candidates: GuessedColumn[] = [];
  header.forEach((name, columnIndex) => {
    if (taken.columns.has(columnIndex)) return;
    const cells = sample.map((row) => row[columnIndex] ?? '');
    for (const [field, byName] of scoresByName(normalizeHeader(name))) {
      const share = shareFitting(field, cells);
      if (share !== undefined && share < FITTING) continue;
      candidates.push({ columnIndex, field, confidence: byName * (share ?? 0.9) });
    }
    const byFormat = fieldNamed(normalizeHeader(name)) === 'ignore' ? undefined : fieldByFormat(cells);
    if (byFormat) candidates.push({ columnIndex, field: byFormat, confidence: FORMAT_ONLY });
  });
  candidates.sort((a, b) => b.confidence - a.confidence || a.columnIndex - b.columnIndex);
  return surestFirst(candidates, taken.fields);
}

function surestFirst(candidates: readonly GuessedColumn[], taken: ReadonlySet<MappedField>): GuessedColumn[] {
  const chosen: GuessedColumn[] = [];
  const fields = new Set(taken);
  const columns = new Set<number>();
  for (const candidate of candidates) {
    if (fields.has(candidate.field) || columns.has(candidate.columnIndex)) continue;
    fields.add(candidate.field);
    columns.add(candidate.columnIndex);
    chosen.push({ ...candidate, confidence: Math.round(candidate.confidence * 100) / 100 });
  }
  return chosen;
}

function scoresByName(name: string): [MappedField, number][] {
  const exact = fieldNamed(name);
  if (exact === 'ignore' || name === '') return [];
  // Earlier aliases are likelier: `Amount` before `Total` where a file has both.
  if (exact) return [[exact, EXACT - ALIASES[exact].indexOf(name) * 0.004]];
  const words = new Set(name.split(' '));
  const isOther = ALIASES.ignore.some((alias) => alias.split(' ').every((word) => words.has(word)));
  if (isOther) return [];
  const scores: [MappedField, number][] = [];
  for (const field of FIELDS) {
    const score = Math.max(...ALIASES[field].map((alias) => scoreAgainst(alias, name, words)));
    if (score > 0) scores.push([field, score]);
  }
  return scores;
}

function scoreAgainst(alias: string, name: string, words: ReadonlySet<string>): number {
  const likeness = similarityOf(alias, name);
  if (likeness >= ALIKE) return likeness * 0.85;
  const parts = alias.split(' ');
  if (!parts.every((part) => words.has(part))) return 0;
  return parts.length > 1 ? CONTAINED : CONTAINED - 0.05;
}
