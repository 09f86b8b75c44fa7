import { formatCents } from '@medspasync/schemas';
import fc from 'fast-check';
import { parseMoney } from './money.ts';

test.each([
  ['$1,250.00', 125000],
  ['1250', 125000],
  ['-$45.00', -4500],
  ['$-45.00', -4500],
  ['(45.00)', -4500],
  ['($45.00)', -4500],
  ['45.00-', -4500],
  ['45.00 CR', -4500],
  ['45.00 DR', 4500],
  ['USD 45.00', 4500],
  ['US$ 45', 4500],
  ['400.0', 40000],
  ['.5', 50],
  ['−45.00', -4500],
  ['1.250,00', 125000],
  ['45,50', 4550],
  ['19.989999999999998', 1999],
  ['45.000', 4500],
  ['0.125', 13],
  ['1234.567', 123457],
  ['0.00', 0],
  ['-0.00', 0],
  ['$ 1,234,567.89', 123456789],
])('%s is %d cents', (text, cents) => {
  expect(parseMoney(text)).toBe(cents);
});

test.each([
  '',
  '-',
  '---',
  'ninety',
  '12.3.4',
  '12.345',
  '$1.255 CR',
  '1,2345',
  '$75 off',
  '1e9',
  '0x10',
  'Infinity',
  '12345678901',
])('"%s" is no sum of money', (text) => {
  expect(parseMoney(text)).toBeUndefined();
});

test('every sum survives being formatted and read', () => {
  fc.assert(
    fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (cents) => {
      expect(parseMoney(formatCents(cents))).toBe(cents);
      expect(parseMoney((cents / 100).toFixed(2))).toBe(cents);
    }),
  );
});
