// Integer cents in the code: no sum of floats anywhere.

/** The largest amount one transaction may carry, in dollars: above it, a file was misread. */
export const MAX_AMOUNT_DOLLARS = 9_999_999.99;

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
