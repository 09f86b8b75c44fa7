// A settling thread ends with its job.
import { runSettling } from './run-settling.ts';

const dayOf = (n: number): string =>
  new Date(Date.UTC(2024, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
const row = (day: number, amountCents: number) =>
  ({ date: dayOf(day), amountCents, program: 'alle' }) as const;
const OPTIONS = { asOf: '2024-12-31' };

it('answers what is settled', async () => {
  const books = { payments: [row(10, 4000)], redemptions: [row(1, 4000)] };
  const { payments } = await runSettling({ books, options: OPTIONS }, new AbortController().signal);
  expect(payments).toMatchObject([{ result: 'settled', redemptionRows: [0] }]);
});

it('stops when its job does, however much there is to look through', async () => {
  // Sums of a hundred odd amounts that hardly ever meet, for many payments: minutes of work.
  const redemptions = Array.from({ length: 1000 }, (_, i) => row(i % 30, 10_007 + 13 * i));
  const payments = Array.from({ length: 20_000 }, (_, i) => row(31 + (i % 10), 9001 + 2 * (i % 3000)));
  const controller = new AbortController();
  const settling = runSettling({ books: { payments, redemptions }, options: OPTIONS }, controller.signal);
  controller.abort(new Error('the worker shuts down'));
  await expect(settling).rejects.toThrow('the worker shuts down');
});

it('is not begun for a job that has stopped', () => {
  const books = { payments: [], redemptions: [] };
  const signal = AbortSignal.abort(new Error('the worker shuts down'));
  expect(() => runSettling({ books, options: OPTIONS }, signal)).toThrow('the worker shuts down');
});
