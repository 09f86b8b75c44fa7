// Dollars as the wire carries them, summed in cents and shown as money.
import { centsOf, formatCents } from '@medspasync/schemas';

/** 1250 → `$1,250.00`. */
export const formatDollars = (dollars: number): string => formatCents(centsOf(dollars));

/** A difference with its sign: 20 → `+$20.00`, −5 → `−$5.00`. */
export function formatDifference(dollars: number): string {
  const cents = centsOf(dollars);
  if (cents === 0) return formatCents(0);
  return `${cents > 0 ? '+' : '−'}${formatCents(Math.abs(cents))}`;
}

/** Adds dollars without the error of floats. */
export const sumDollars = (amounts: readonly number[]): number =>
  amounts.reduce((cents, amount) => cents + centsOf(amount), 0) / 100;
