import { sandboxBooks } from './sandbox-books.ts';
import { sandboxRemittances } from './sandbox-remittances.ts';

const TODAY = '2026-11-26';
const books = sandboxBooks(7, TODAY);
const centsOf = (rows: readonly { amountCents: number }[]): number =>
  rows.reduce((sum, { amountCents }) => sum + amountCents, 0);

it('every program pays once a week, two weeks later, and nothing is paid ahead of today', () => {
  const paydays = sandboxRemittances(books, TODAY).map(({ date, program }) => `${date} ${program}`);
  expect(new Set(paydays).size).toBe(paydays.length);
  expect(new Set(paydays.map((payday) => payday.slice(0, 10))).size).toBe(6);
  expect(paydays.every((payday) => payday.slice(0, 10) <= TODAY)).toBe(true);
});

it('all redemptions of the weeks that were paid are in it but for a part of one', () => {
  const payments = sandboxRemittances(books, TODAY);
  const lastPaid = new Date(Date.parse(payments.at(-1)!.date!) - 14 * 86_400_000).toISOString().slice(0, 10);
  const redeemed = books.rewards.filter(({ date }) => date! <= lastPaid);
  const leftOut = centsOf(redeemed) - centsOf(payments);
  expect(leftOut).toBeGreaterThan(0);
  expect(redeemed.map(({ amountCents }) => amountCents)).not.toContain(leftOut);
});
