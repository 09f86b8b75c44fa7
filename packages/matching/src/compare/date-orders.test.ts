import type { Transaction } from '@medspasync/schemas';
import { generateBooks } from '@medspasync/test-kit';
import { reconcile } from '../reconcile.ts';
import type { Books, DateOrders } from '../report.ts';
import { currentScorer } from '../test-scorer.ts';

const books = generateBooks({ seed: 31, rewards: 300, process: 'front-desk', difficulty: 'easy' });

const ordersOf = async (asked: Books): Promise<DateOrders> =>
  (await reconcile(asked, { scorer: await currentScorer() })).metrics.dateOrders;

/** As an importer reads a cell of 03/04/2026 in the wrong order; where only one order is a date, there is no wrong one. */
function readTheWrongWayRound(row: Transaction): Transaction {
  const [year, month, day] = row.date!.slice(0, 10).split('-');
  return Number(day) > 12 ? row : { ...row, date: `${year}-${day}-${month}` };
}

test('books read in one order agree as written', async () => {
  const { asWritten, exchanged } = await ordersOf(books);
  expect(asWritten).toBeGreaterThan(30);
  expect(exchanged).toBeLessThan(3);
});

test('a book whose days were read as months agrees with the other once they are exchanged', async () => {
  const rewards = books.rewards.map(readTheWrongWayRound);
  const { asWritten, exchanged } = await ordersOf({ rewards, pos: books.pos });
  expect(exchanged).toBeGreaterThan(30);
  expect(asWritten).toBeLessThan(3);
});
