// Rows between and after the data that are no transactions: repeated headers, totals, notes.
import { parseTransactionDate } from '../fields/date.ts';
import type { RowCells } from '../source.ts';

const TOTALS = /^(?:(?:grand|sub|report|page|daily|overall)[\s-]*)?totals?\b|^(?:sum|average|count)\b\s*:?$/i;

/**
 * Why a row is no transaction, or undefined when it is one.
 * A row with a date is a transaction whatever its first cell says: a patient may be called Total.
 */
export function createNonDataCheck(
  header: readonly string[],
  dateColumns: readonly number[],
): (row: RowCells) => string | undefined {
  const headerCells = header.map((name) => name.trim());
  const named = headerCells.filter((name) => name !== '');
  const isHeaderWord = /^[a-z]{2}/i.test(named[0] ?? '');
  return (row) => {
    const index = firstFilledFrom(row, 0);
    const isAlone = index < row.width && firstFilledFrom(row, index + 1) === row.width;
    if (!isAlone && isHeaderWord && !row.mayBeginWithWord(index)) return undefined;
    const first = row.textOf(index).trim();
    if (first === named[0] && repeats(row, headerCells)) return 'repeats the header';
    if (isAlone && named.length >= 3) return 'is a note or a heading, not a transaction';
    if (TOTALS.test(first) && !dateColumns.some((index) => isDate(row.textOf(index)))) {
      return 'is a total, not a transaction';
    }
    return undefined;
  };
}

/** Index of the first cell from `from` that is not blank, else how many cells there are. */
function firstFilledFrom(row: RowCells, from: number): number {
  let index = from;
  while (index < row.width && row.isBlank(index)) index += 1;
  return index;
}

const repeats = (row: RowCells, header: readonly string[]): boolean =>
  header.every((name, index) => row.textOf(index).trim() === name);

const isDate = (cell: string): boolean => cell !== '' && parseTransactionDate(cell, 'mdy') !== undefined;

/** Whether a row has no content from the cell `from` on. */
export const isBlankFrom = (row: RowCells, from: number): boolean => firstFilledFrom(row, from) >= row.width;

/** Whether a row has no content at all. */
export const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
