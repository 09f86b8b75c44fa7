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
  const named = headerCells.filter((name) => name !== '');
  return (cells) => {
    const index = nextFilled(cells, 0);
    const first = cells[index]?.trim() ?? '';
    if (first === named[0] && repeats(cells, headerCells)) return 'repeats the header';
    const isAlone = index < cells.length && nextFilled(cells, index + 1) === cells.length;
    if (isAlone && named.length >= 3) return 'is a note or a heading, not a transaction';
    if (TOTALS.test(first) && !dateColumns.some((index) => isDate(cells[index]))) {
      return 'is a total, not a transaction';
    }
    return undefined;
  };
}

/** Index of the first cell from `from` that is not blank, else how many cells there are. */
function nextFilled(cells: readonly string[], from: number): number {
  let index = from;
  while (index < cells.length && isBlankText(cells[index]!)) index += 1;
  return index;
}

/** Most cells begin with what they say, so that there is nothing to trim. */
const isBlankText = (cell: string): boolean =>
  cell === '' || ((cell.charCodeAt(0) <= SPACE || cell.charCodeAt(0) > ASCII) && cell.trim() === '');

const SPACE = 0x20;
const ASCII = 0x7f;

const repeats = (cells: readonly string[], header: readonly string[]): boolean =>
  header.every((name, index) => (cells[index] ?? '').trim() === name);

const isDate = (cell: string | undefined): boolean =>
  cell !== undefined && cell !== '' && parseTransactionDate(cell, 'mdy') !== undefined;

/** Whether a row has no content at all. */
export const isBlankRow = (cells: readonly string[]): boolean => nextFilled(cells, 0) === cells.length;
