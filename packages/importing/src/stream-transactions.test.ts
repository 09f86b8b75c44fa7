// How much of a long file is held at once, and how reading it ends early.
import { streamTransactions } from './index.ts';

const HEADER = 'transaction_id,customer_name,amount,date\n';

/** A file of `rows` rows that is never whole in memory; counts how far it was read ahead of the sink. */
function endlessSource(rows: number, produced: { rows: number }) {
  return {
    filename: 'long.csv',
    async *stream() {
      produced.rows = 0;
      yield Buffer.from(HEADER);
      for (let from = 0; from < rows; from += 500) {
        let chunk = '';
        for (let n = from; n < Math.min(rows, from + 500); n++) {
          chunk += `R-${n},Patient Number ${n},${(n % 90) + 10}.00,01/${(n % 28) + 1}/2024\n`;
        }
        produced.rows += 500;
        yield Buffer.from(chunk);
      }
    },
  };
}

test('200,000 rows pass with no more than a batch of them in flight', async () => {
  const produced = { rows: 0 };
  let received = 0;
  let furthestAhead = 0;
  const { totalRows } = await streamTransactions(
    endlessSource(200_000, produced),
    { side: 'pos' },
    {
      onTransaction() {
        received += 1;
        furthestAhead = Math.max(furthestAhead, produced.rows - received);
      },
    },
  );
  expect(totalRows).toBe(200_000);
  expect(received).toBe(200_000);
  expect(furthestAhead).toBeLessThanOrEqual(1_000);
});

test('a slow sink slows the reading', async () => {
  const produced = { rows: 0 };
  let received = 0;
  await streamTransactions(
    endlessSource(5_000, produced),
    { side: 'pos' },
    {
      async onTransaction() {
        received += 1;
        if (received % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
        expect(produced.rows - received).toBeLessThanOrEqual(1_000);
      },
    },
  );
  expect(received).toBe(5_000);
});

test('an aborted import stops between batches', async () => {
  const abort = new AbortController();
  let received = 0;
  const importing = streamTransactions(
    endlessSource(200_000, { rows: 0 }),
    { side: 'pos', signal: abort.signal },
    {
      onTransaction() {
        received += 1;
        if (received === 1_000) abort.abort();
      },
    },
  );
  await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
  expect(received).toBeLessThan(3_000);
});
