import type { Transaction } from '@medspasync/schemas';
import type { LagHabits } from '../domain.ts';
import { normalise } from './normalise.ts';

const sale = (changes: Partial<Transaction> = {}): Transaction => ({
  customerName: 'Sarah Johnson',
  amountCents: 4000,
  date: '2024-01-15',
  type: 'sale',
  ...changes,
});

describe('normalising two books', () => {
  it('makes one distinct row of rows that differ in their id only', () => {
    const rows = [sale({ transactionId: 'A' }), sale({ transactionId: 'B' }), sale({ amountCents: 5000 })];
    const { pos } = normalise({ rewards: [], pos: rows });
    expect(pos.count).toBe(2);
    expect([...pos.members]).toEqual([0, 1, 2]);
    expect([...pos.distinctOf]).toEqual([0, 0, 1]);
  });

  it('takes a hundred thousand equal rows for one', () => {
    const rows = Array.from({ length: 100_000 }, () => sale());
    expect(normalise({ rewards: rows, pos: rows }).pos.count).toBe(1);
  });

  it('cancels the sale that a later refund of the same patient and amount takes back', () => {
    const { pos } = normalise({
      rewards: [],
      pos: [sale(), sale({ date: '2024-01-20', type: 'refund' }), sale({ date: '2024-03-01' })],
    });
    expect([...pos.cancelled]).toEqual([1, 0, 0]);
  });

  it('leaves a sale alone when the refund names another invoice', () => {
    const { pos } = normalise({
      rewards: [],
      pos: [sale({ invoiceId: 'INV-1' }), sale({ invoiceId: 'INV-2', type: 'refund' })],
    });
    expect([...pos.cancelled]).toEqual([0, 0]);
  });

  it('learns how late the portal entries of this spa are', () => {
    const names = [
      'Ann Abel',
      'Bea Brown',
      'Cy Cole',
      'Di Dunn',
      'Ed Ellis',
      'Flo Ford',
      'Gus Gray',
      'Hal Hill',
    ];
    const late = (day: string) => names.map((customerName) => sale({ customerName, date: day }));
    const shareOf = (lag: number, { logShare, firstDays }: LagHabits) => logShare[lag - firstDays]!;
    const slow = normalise({ rewards: late('2024-01-24'), pos: late('2024-01-15') }).lagHabits;
    expect(shareOf(9, slow)).toBeGreaterThan(shareOf(8, slow));
    const usual = normalise({ rewards: late('2024-01-15'), pos: late('2024-01-15') }).lagHabits;
    expect(shareOf(9, usual)).toBeLessThan(shareOf(9, slow));
  });
});
