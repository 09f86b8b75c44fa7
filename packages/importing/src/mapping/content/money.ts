// Sums of money, told from the other numbers of a file: ids, phones, zip codes, quantities, shares, years.
import { parseMoney } from '../../fields/money.ts';
import { type ContentSign, MOSTLY, shareOf, wordSet } from './content-sign.ts';
import { isSeries } from './series.ts';

const CURRENCY = /\$|\busd\b/i;
// A spreadsheet writes 12.5 for 12.50, and 19.989999999999998 for 19.99.
const CENTS = /[.,](?:\d{1,2}|\d{10,})\)?(?:\s?-|\s?(?:cr|dr))?$/i;
// Four digits, or thousands set apart: longer bare numbers are ids, phones, zip codes and days.
const WHOLE = /^[-−(]?(?:0|[1-9]\d{0,3}|[1-9]\d{0,2}(?:,\d{3})+)\)?-?$/;

/** Sums without cents are those of price lists and reward steps: 20, 45, 350. Other whole numbers count things. */
const ROUND_CENTS = 500;
/** Numbers mostly below it are quantities, ratings, hours or shares. */
const SMALL_CENTS = 1_000;
/** From this share on, cents are no slip, and the whole numbers beside them are dollars. */
const SOME = 0.1;

const centsOf = (cell: string): number => Math.abs(parseMoney(cell) ?? Number.NaN);
const withCurrency = (cell: string): boolean => CURRENCY.test(cell) && parseMoney(cell) !== undefined;
const withCents = (cell: string): boolean => CENTS.test(cell) && parseMoney(cell) !== undefined;
const isRound = (cell: string): boolean => WHOLE.test(cell) && centsOf(cell) % ROUND_CENTS === 0;
const isYear = (cell: string): boolean => /^(?:19|20)\d{2}$/.test(cell);

export const money: ContentSign = {
  field: 'amount',
  against: wordSet('% percent percentage pct rate id number code count points point pts hours minutes year'),
  // A row without its amount cannot be read, so blank and zero cells count against the column.
  confidenceOf({ cells, rows }) {
    return (kindOf(cells) * cells.filter((cell) => centsOf(cell) > 0).length) / Math.max(1, rows);
  },
};

function kindOf(cells: readonly string[]): number {
  if (shareOf(cells, withCurrency) >= MOSTLY) return 0.7;
  if (shareOf(cells, (cell) => centsOf(cell) < SMALL_CENTS) >= MOSTLY) return 0;
  const cents = shareOf(cells, withCents);
  if (cents >= SOME) {
    const fitting = shareOf(cells, (cell) => withCurrency(cell) || withCents(cell) || WHOLE.test(cell));
    if (fitting < MOSTLY) return 0;
    return cents >= 0.5 ? 0.6 : 0.5;
  }
  const isCounting = isSeries(cells.map(centsOf)) || shareOf(cells, isYear) >= MOSTLY;
  return shareOf(cells, isRound) < MOSTLY || isCounting ? 0 : 0.35;
}
