// Reports open with titles, date ranges and logos: where the table really starts.

import { parseTransactionDate } from '../fields/date.ts';
import { parseMoney } from '../fields/money.ts';
import { isKnownHeader } from '../mapping/aliases.ts';
import type { Row } from '../source.ts';

/** Title blocks are shorter than this in every export seen. */
export const ROWS_LOOKED_AT = 40;

/**
 * The header among the first rows: the one with the most cells that name something known, else the first row of at least
 * two words that no value could be. Undefined when every row looks like data.
 */
export function findHeaderRow(rows: readonly Row[]): Row | undefined {
  const opening = rows.slice(0, ROWS_LOOKED_AT);
  let best: { row: Row; known: number } | undefined;
  for (const row of opening) {
    const known = row.cells.filter((cell) => isKnownHeader(cell.trim())).length;
    if (known >= 2 && known > (best?.known ?? 0)) best = { row, known };
  }
  return best?.row ?? opening.find(looksLikeHeader);
}

/** How much the first rows look like a table, for choosing among several: the more, the likelier. */
export function tableLikeness(rows: readonly Row[]): number {
  const header = findHeaderRow(rows);
  if (!header) return rows.length > 0 ? 1 : 0;
  const known = header.cells.filter((cell) => isKnownHeader(cell.trim())).length;
  return known >= 2 ? 1 + known : 2;
}

function looksLikeHeader({ cells }: Row): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length >= 2 && filled.every((cell) => /\p{L}/u.test(cell) && !isValue(cell));
}

const isValue = (cell: string): boolean =>
  parseMoney(cell) !== undefined || parseTransactionDate(cell) !== undefined || cell.includes('@');
