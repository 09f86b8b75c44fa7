// Rows as RFC 4180 text: UTF-8, CRLF, quotes only where needed.
import { guardFormula } from './formula-guard.ts';
import type { Cell } from './matches-row.ts';

const NEEDS_QUOTES = /[",\r\n]/;
/** Most cells are written as they are, which one look can tell: no formula to defuse, nothing to quote. */
const IS_PLAIN = /^(?:[^=+\-@＝＋－＠\t\r\n\0",][^",\r\n]*)?$/;

/** One record with its line end. */
export function csvRecord(cells: readonly Cell[]): string {
  let record = '';
  for (let index = 0; index < cells.length; index++) {
    if (index > 0) record += ',';
    record += csvCell(cells[index]!);
  }
  return `${record}\r\n`;
}

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  if (IS_PLAIN.test(cell)) return cell;
  const text = guardFormula(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
