// What holds of every settlement, whatever the books.
import type { Program, Transaction } from '@medspasync/schemas';
import fc from 'fast-check';
import { settle } from './settle.ts';

const ASOF = { asOf: '2024-06-30' };

describe('any books', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-01-${String(n).padStart(2, '0')}`);
  const rows = (dates: fc.Arbitrary<string>, largest: number) =>
    fc.array(
      fc.record({
        date: dates,
        amountCents: fc.integer({ min: 1, max: largest }).map((n) => n * 1000),
        program: fc.constantFrom<Program>('alle', 'evolus'),
        location: fc.constantFrom(undefined, 'Downtown', 'Uptown'),
        // Some name a redemption, or are named.
        reference: fc.constantFrom(undefined, undefined, undefined, 'ALE-10001', 'ALE-10002', 'ALE-10003'),
      }),
      { maxLength: 14 },
    );
  const books = fc.record({
    payments: rows(
      day.map((date) => date.replace('-01-', '-02-')),
      20,
    ),
    redemptions: rows(day, 6),
  });
  const numbered = (list: Transaction[]): Transaction[] =>
    list.map((row, i) => ({ ...row, transactionId: `id-${i}` }));

  it('are settled to the cent, and no redemption is paid twice', () => {
    fc.assert(
      fc.property(books, ({ payments, redemptions }) => {
        const settlement = settle({ payments, redemptions }, ASOF);
        const paid = settlement.payments.flatMap(({ otherPartRow, redemptionRows, row }) =>
          otherPartRow !== null && otherPartRow < row ? [] : redemptionRows,
        );
        expect(new Set(paid).size).toBe(paid.length);
        for (const {
          row,
          result,
          redemptionRows,
          otherPartRow,
          alternatives,
          shortCents,
        } of settlement.payments) {
          const sumOf = (list: number[]) => list.reduce((sum, i) => sum + redemptions[i]!.amountCents, 0);
          const parts = otherPartRow === null ? [row] : [row, otherPartRow];
          const paidCents = parts.reduce((sum, i) => sum + payments[i]!.amountCents, 0);
          if (result === 'settled') expect(sumOf(redemptionRows)).toBe(paidCents);
          for (const way of alternatives) expect(sumOf(way)).toBe(payments[row]!.amountCents + shortCents);
        }
        for (const { row, result, paymentRows } of settlement.redemptions) {
          expect(result === 'paid').toBe(paid.includes(row));
          for (const payer of paymentRows) expect(settlement.payments[payer]!.redemptionRows).toContain(row);
        }
      }),
    );
  });

  it('are settled alike in any order of rows', () => {
    const byId = (given: { payments: Transaction[]; redemptions: Transaction[] }) => {
      const settlement = settle(given, ASOF);
      const ids = (list: number[]) => list.map((i) => given.redemptions[i]!.transactionId).sort();
      return new Map(
        settlement.payments.map(({ row, result, redemptionRows, detail }) => [
          given.payments[row]!.transactionId,
          [result, ids(redemptionRows), detail],
        ]),
      );
    };
    fc.assert(
      fc.property(books, ({ payments, redemptions }) => {
        const given = { payments: numbered(payments), redemptions: numbered(redemptions) };
        const turned = { payments: given.payments.toReversed(), redemptions: given.redemptions.toReversed() };
        const [a, b] = [byId(given), byId(turned)];
        for (const [id, outcome] of a) expect(b.get(id)).toEqual(outcome);
      }),
    );
  });
});
