// Rows as RFC 4180 text: UTF-8, CRLF, quotes only where needed.
import { guardFormula } from './formula-guard.ts';
import type { Cell } from './matches-row.ts';

const NEEDS_QUOTES = /[",\r\n]/;

/** One record with its line end. */
export const csvRecord = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = guardFormula(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
