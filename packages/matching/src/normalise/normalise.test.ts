import type { Transaction } from '@medspasync/schemas';
import type { LagShares } from '../domain.ts';
import { normalise } from './normalise.ts';
import { PROGRAM_ORDER } from './service-vocabulary.ts';

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
  const soldOn = (date: string) => names.map((customerName) => sale({ customerName, date }));
  const habitsOf = (rewards: Transaction[], pos: Transaction[]) => normalise({ rewards, pos }).lagHabits;
  const share = ({ logShare }: LagShares, lag: number) => logShare[lag + 14]!;

  it('learns how late the portal entries of this spa are', () => {
    const slow = habitsOf(soldOn('2024-01-24'), soldOn('2024-01-15'));
    expect(share(slow, 9)).toBeGreaterThan(share(slow, 8));
    const usual = habitsOf(soldOn('2024-01-15'), soldOn('2024-01-15'));
    expect(share(usual, 9)).toBeLessThan(share(slow, 9));
  });

  it('learns that a program is entered later than the others, and nothing of one that is entered like them', () => {
    const months = ['01', '03', '05'];
    const soldInAll = (day: string) => months.flatMap((month) => soldOn(`2024-${month}-${day}`));
    const enteredOn = (day: string, program: 'alle' | 'aspire') =>
      soldInAll(day).map((row): Transaction => ({ ...row, program }));
    const late = [...enteredOn('15', 'alle'), ...enteredOn('24', 'aspire')];
    const habits = habitsOf(late, soldInAll('15'));
    expect(share(habits.ofProgram[PROGRAM_ORDER.indexOf('aspire')]!, 9)).toBeGreaterThan(share(habits, 9));
    const alike = [...enteredOn('15', 'alle'), ...enteredOn('15', 'aspire')];
    expect(habitsOf(alike, soldInAll('15')).ofProgram).toEqual({});
  });
});
