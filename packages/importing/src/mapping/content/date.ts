// Days of visits, told from birthdays by how far apart they lie.
import { parseTransactionDate } from '../../fields/date.ts';
import { parseMoney } from '../../fields/money.ts';
import { type ContentSign, MOSTLY, shareOf, wordSet } from './content-sign.ts';

const COMPACT = /^20\d{6}$/;

/** The rows of one file lie closer together; what spans more years is when people were born. */
const LONGEST_FILE_YEARS = 15;

/** Undefined for a number that may be a sum of money as well as a spreadsheet's count of days. */
const dayIn = (cell: string): string | undefined =>
  parseMoney(cell) !== undefined && !COMPACT.test(cell)
    ? undefined
    : (parseTransactionDate(cell, 'mdy') ?? parseTransactionDate(cell, 'dmy'));

export const date: ContentSign = {
  field: 'date',
  against: wordSet('birth born bday expires expiry expiration expire valid since joined enrolled next due'),
  confidenceOf({ cells }) {
    const share = shareOf(cells, (cell) => dayIn(cell) !== undefined);
    if (share < MOSTLY || yearsSpanned(cells) > LONGEST_FILE_YEARS) return 0;
    return 0.6 * share;
  },
};

function yearsSpanned(cells: readonly string[]): number {
  const years = cells.flatMap((cell) => dayIn(cell)?.slice(0, 4) ?? []).map(Number);
  return Math.max(...years) - Math.min(...years);
}
