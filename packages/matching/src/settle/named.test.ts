// Remittances that list what they pay line by line, by the codes of the redemptions.
import type { Transaction } from '@medspasync/schemas';
import type { Redemption } from './read-books.ts';
import { settle } from './settle.ts';

const redeemed = (date: string, amountCents: number, more: Partial<Redemption> = {}): Redemption => ({
  date,
  amountCents,
  program: 'alle',
  ...more,
});
const payment = (date: string, amountCents: number, reference: string, more: Partial<Transaction> = {}) => ({
  ...redeemed(date, amountCents, more),
  reference,
});
const ASOF = { asOf: '2024-06-30' };

/** Alike in everything but their codes. */
const ALIKE = [
  redeemed('2024-01-02', 4000, { reference: 'ALE-10001' }),
  redeemed('2024-01-02', 4000, { reference: 'ALE-10002' }),
  redeemed('2024-01-02', 4000, { reference: 'ALE-10003', name: 'R-77003' }),
];

test('a payment pays the redemption whose code it names, also among others alike', () => {
  const { payments, redemptions } = settle(
    { payments: [payment('2024-02-01', 4000, 'ale10002')], redemptions: ALIKE },
    ASOF,
  );
  expect(payments).toMatchObject([{ result: 'settled', redemptionRows: [1], reasonCodes: [] }]);
  expect(payments[0]!.detail).toBe('1 redemption of 2 January 2024, $40.00: the payment names it');
  expect(redemptions.map(({ result }) => result)).toEqual(['overdue', 'paid', 'overdue']);
});

test('what the portal calls a redemption names it as well', () => {
  const { payments } = settle(
    { payments: [payment('2024-02-01', 4000, 'R-77003')], redemptions: ALIKE },
    ASOF,
  );
  expect(payments).toMatchObject([{ result: 'settled', redemptionRows: [2] }]);
});

test('a redemption that is named is paid however late, but not before it was redeemed', () => {
  const late = settle({ payments: [payment('2025-11-01', 4000, 'ALE-10001')], redemptions: ALIKE }, ASOF);
  expect(late.payments).toMatchObject([{ result: 'settled', redemptionRows: [0] }]);
  const early = settle({ payments: [payment('2024-01-01', 4000, 'ALE-10001')], redemptions: ALIKE }, ASOF);
  expect(early.payments).toMatchObject([{ result: 'unexplained' }]);
});

test('a payment of less than it names waits for a person, and pays nothing else of the same sum', () => {
  const redemptions = [...ALIKE, redeemed('2024-01-03', 3500)];
  const { payments } = settle({ payments: [payment('2024-02-01', 3500, 'ALE-10001')], redemptions }, ASOF);
  expect(payments).toMatchObject([
    { result: 'review', alternatives: [[0]], shortCents: 500, reasonCodes: ['REIMBURSED_SHORT'] },
  ]);
  expect(payments[0]!.detail).toBe(
    '1 redemption of 2 January 2024, $40.00: the payment names it, $5.00 more than was paid',
  );
});

test('what one payment names no other pays by its sum', () => {
  const books = {
    payments: [payment('2024-02-01', 4000, 'CHK-90001'), payment('2024-02-05', 3500, 'ALE-10001')],
    redemptions: ALIKE.slice(0, 1),
  };
  const { payments } = settle(books, ASOF);
  expect(payments).toMatchObject([{ result: 'unexplained' }, { result: 'review', alternatives: [[0]] }]);
});

test('a name that fits several redemptions, or that several payments have, says nothing', () => {
  const twice = [...ALIKE.slice(0, 1), redeemed('2024-01-05', 2000, { reference: 'ALE-10001' })];
  const several = settle({ payments: [payment('2024-02-01', 2000, 'ALE-10001')], redemptions: twice }, ASOF);
  expect(several.payments[0]!.detail).not.toContain('names it');
  const both = [payment('2024-02-01', 2000, 'ALE-10001'), payment('2024-02-01', 2000, 'ALE-10001')];
  const parts = settle({ payments: both, redemptions: ALIKE.slice(0, 1) }, ASOF);
  for (const { detail } of parts.payments) expect(detail).not.toContain('names it');
});

test('codes of another program or place, and short ones, name nothing', () => {
  const redemptions = [
    redeemed('2024-01-02', 4000, { reference: 'ALE-10001', location: 'Westlake' }),
    redeemed('2024-01-02', 4000, { reference: '1042' }),
  ];
  for (const [reference, more] of [
    ['ALE-10001', { program: 'evolus' }],
    ['ALE-10001', { location: 'Downtown' }],
    ['1042', {}],
  ] as const) {
    const { payments } = settle(
      { payments: [payment('2024-02-01', 4000, reference, more)], redemptions },
      ASOF,
    );
    expect(payments[0]!.detail).not.toContain('names it');
  }
});
