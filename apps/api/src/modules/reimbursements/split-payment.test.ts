import fc from 'fast-check';
import { splitPayment } from './split-payment.ts';

const redemptions = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 40 });

test('the shares of a payment add up to it, and no redemption gets more than it is worth', () => {
  fc.assert(
    fc.property(redemptions, fc.double({ min: 0, max: 1, noNaN: true }), (amounts, share) => {
      const owed = amounts.map((openCents, index) => ({ id: String(index), openCents }));
      const amountCents = Math.round(amounts.reduce((sum, cents) => sum + cents, 0) * share);
      const shares = splitPayment(amountCents, owed);
      expect(shares.reduce((sum, { amountCents: cents }) => sum + cents, 0)).toBe(amountCents);
      expect(shares.every(({ amountCents: cents }, index) => cents > 0 && cents <= amounts[index]!)).toBe(
        true,
      );
    }),
  );
});

test('where it falls short, the oldest are paid first, and what nothing is left for is not paid', () => {
  const owed = [2000, 4000, 3000].map((openCents, index) => ({ id: String(index), openCents }));
  expect(splitPayment(5500, owed).map(({ amountCents }) => amountCents)).toEqual([2000, 3500]);
});
