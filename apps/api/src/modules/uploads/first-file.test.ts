// The first file of a new installation, when the database knows nothing of its tables yet.
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp, type TestApp } from '../../testing/index.ts';
import { queryAt } from '../../testing/query-at.ts';

const ROWS = 12_000;

/** Of transactions, by any statement so far: as many as the file has, at the least, once the database has counted them. */
async function rowsRead({ databaseUrl }: TestApp): Promise<number> {
  for (;;) {
    const [row] = await queryAt<{ read: number }>(
      databaseUrl,
      `SELECT (seq_tup_read + idx_tup_fetch)::float8 AS read FROM pg_stat_user_tables WHERE relname = 'transactions'`,
    );
    if (row!.read >= ROWS) return row!.read;
    await sleep(100);
  }
}

test('each row of it is looked up, not compared with all others', async () => {
  const app = await startTestApp();
  try {
    const spa = await app.createOrganization();
    const lines = Array.from({ length: ROWS }, (_, row) => {
      const day = String(1 + (row % 28)).padStart(2, '0');
      return `T-0-${row},Pat Num${row},${10 + (row % 50)},2026-03-${day}`;
    });
    await app.http
      .post('/upload/reward-transactions')
      .set(spa.members.reviewer.authorization)
      .attach('file', Buffer.from(`transaction_id,customer_name,amount,date\n${lines.join('\n')}`), 'r.csv')
      .expect(200);
    expect(await rowsRead(app)).toBeLessThan(20 * ROWS);
  } finally {
    await app.close();
  }
});
