// The sum a row stands for, in cents, and why there is none.
import { MAX_AMOUNT_DOLLARS, type Program } from '@medspasync/schemas';
import { isSpreadsheetError, SPREADSHEET_ERROR } from '../fields/blank.ts';
import { hasThousandths, parseMoney } from '../fields/money.ts';
import { centsOfPoints, parsePoints, saysPoints } from '../fields/points.ts';

const MAX_CENTS = MAX_AMOUNT_DOLLARS * 100;

export type AmountReading = { cents: number } | { reason: string };

/** Whether an amount cell, outside of a column of points, is worth the same in every row. */
export const isPlainAmount = (text: string): boolean => !saysPoints(text);

/**
 * Signed cents of an amount cell, which may count points of a program (`isPoints`: the whole column does). Points of no
 * known program have no value: each program has its own.
 */
export function readAmount(
  text: string,
  isPoints: boolean,
  programOf: () => Program | undefined,
  date: string | undefined,
): AmountReading {
  if (isSpreadsheetError(text)) return { reason: SPREADSHEET_ERROR };
  const cents = isPoints || saysPoints(text) ? readPoints(text, programOf(), date) : parseMoney(text);
  if (typeof cents === 'object') return cents;
  if (cents === undefined) return { reason: whyNoSum(text) };
  if (Math.abs(cents) > MAX_CENTS) return { reason: `is more than ${MAX_AMOUNT_DOLLARS} dollars: misread?` };
  return { cents };
}

const whyNoSum = (text: string): string =>
  hasThousandths(text) ? 'has three decimals: thousands, or parts of a cent?' : 'is not a sum of money';

function readPoints(
  text: string,
  program: Program | undefined,
  date: string | undefined,
): number | { reason: string } {
  const points = parsePoints(text.replace(/^-/, ''));
  if (points === undefined) return { reason: 'is not a number of points' };
  if (!program) return { reason: 'counts points, and neither the row nor the file says of which program' };
  const cents = centsOfPoints(points, program, date);
  if (cents === undefined) return { reason: 'counts points, which have no dollar value in this program' };
  return text.startsWith('-') ? -cents : cents;
}
