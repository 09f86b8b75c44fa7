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

test('a file is opened twice: for its first bytes, then for its rows; and it is closed when it is refused', async () => {
  let opened = 0;
  let open = 0;
  const watched = (content: string) => ({
    filename: 'watched.csv',
    async *stream() {
      opened += 1;
      open += 1;
      try {
        for (let at = 0; at < content.length; at += 4_096) yield Buffer.from(content.slice(at, at + 4_096));
      } finally {
        open -= 1;
      }
    },
  });
  const lines = Array.from({ length: 3_000 }, (_, n) => `R-${n},Patient Number ${n},10.00,01/15/2024\n`);
  const ids: (string | undefined)[] = [];
  await streamTransactions(
    watched(HEADER + lines.join('')),
    { side: 'pos' },
    {
      onTransaction({ transactionId }) {
        ids.push(transactionId);
      },
    },
  );
  expect(ids).toEqual(lines.map((_, n) => `R-${n}`));
  expect({ opened, open }).toEqual({ opened: 2, open: 0 });

  const nothing = { onTransaction() {} };
  const noAmount = watched(`transaction_id,customer_name\n${'R-1,Ana Lee\n'.repeat(20_000)}`);
  await expect(streamTransactions(noAmount, { side: 'pos' }, nothing)).rejects.toThrow('no column holds');
  expect(open).toBe(0);
});
