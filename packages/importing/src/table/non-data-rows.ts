// Rows between and after the data that are no transactions: repeated headers, totals, notes.
import { parseTransactionDate } from '../fields/date.ts';

const TOTALS = /^(?:(?:grand|sub|report|page|daily|overall)[\s-]*)?totals?\b|^(?:sum|average|count)\b\s*:?$/i;

/**
 * Why a row is no transaction, or undefined when it is one.
 * A row with a date is a transaction whatever its first cell says: a patient may be called Total.
 */
export function createNonDataCheck(
  header: readonly string[],
  dateColumns: readonly number[],
): (cells: readonly string[]) => string | undefined {
  const headerCells = header.map((name) => name.trim());
  const named = headerCells.filter((name) => name !== '').length;
  return (cells) => {
    let filled = 0;
    let first = '';
    for (let index = 0; index < cells.length; index++) {
      if (cells[index] === '' || cells[index]!.trim() === '') continue;
      if (filled === 0) first = cells[index]!.trim();
      filled += 1;
    }
    if (first === headerCells.find((name) => name !== '') && repeats(cells, headerCells)) {
      return 'repeats the header';
    }
    if (filled === 1 && named >= 3) return 'is a note or a heading, not a transaction';
    if (TOTALS.test(first) && !dateColumns.some((index) => isDate(cells[index]))) {
      return 'is a total, not a transaction';
    }
    return undefined;
  };
}

const repeats = (cells: readonly string[], header: readonly string[]): boolean =>
  header.every((name, index) => (cells[index] ?? '').trim() === name);

const isDate = (cell: string | undefined): boolean =>
  cell !== undefined && cell !== '' && parseTransactionDate(cell, 'mdy') !== undefined;

/** Whether a row has no content at all. */
export const isBlankRow = (cells: readonly string[]): boolean =>
  cells.every((cell) => cell === '' || cell.trim() === '');
