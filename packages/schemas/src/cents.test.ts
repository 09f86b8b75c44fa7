import { formatCents } from './cents.ts';

const usd = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

test.each([
  0, 5, 99, 100, 99_999, 100_000, 125_000, 99_999_999, 100_000_000, 123_456_789_012, -1, -100_000,
])('%i cents are written as Americans write dollars', (cents) => {
  expect(formatCents(cents)).toBe(usd.format(cents / 100));
});
