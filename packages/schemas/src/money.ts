// Dollars on the wire, integer cents in the code: no sum of floats anywhere.
import * as z from 'zod';

/** The largest amount one transaction may carry, in dollars: above it, a file was misread. */
export const MAX_AMOUNT_DOLLARS = 9_999_999.99;

const atMostTwoDecimals = (dollars: number): boolean =>
  Math.abs(dollars * 100 - Math.round(dollars * 100)) < 1e-6;

/** A non-negative amount in dollars with at most two decimals. */
export const DollarsWire = z
  .number()
  .min(0)
  .max(MAX_AMOUNT_DOLLARS)
  .refine(atMostTwoDecimals, { error: 'must have at most 2 decimals' })
  .meta({ description: 'Dollars, not negative, at most 2 decimals.', example: 40 });

/** Dollars (at most two decimals) → integer cents. */
export const centsOf = (dollars: number): number => Math.round(dollars * 100);

/** Integer cents → dollars, as JSON carries them. */
export const dollarsOf = (cents: number): number => Math.round(cents) / 100;

/** Integer cents → `$1,250.00`. By hand: a report has hundreds of thousands of amounts, and Intl takes a microsecond each. */
export function formatCents(cents: number): string {
  const all = Math.abs(Math.round(cents));
  const rest = String(all % 100).padStart(2, '0');
  const dollars = String(Math.floor(all / 100)).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${cents < 0 ? '-' : ''}$${dollars}.${rest}`;
}
