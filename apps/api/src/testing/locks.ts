// Two transactions brought to one moment: a test holds what one of them needs, and sees it wait.
import { setTimeout as sleep } from 'node:timers/promises';
import { currentEntityManager } from '../platform/database/index.ts';

/** Inside a test's own transaction: until somebody else waits in this database for an advisory lock, or for whoever has a row. */
export async function untilSomebodyWaits(lock: 'advisory' | 'transactionid' = 'advisory'): Promise<void> {
  for (;;) {
    // Else a transaction goes on seeing who was there when it first looked.
    await currentEntityManager().query('SELECT pg_stat_clear_snapshot()');
    const waiting = await currentEntityManager().query<unknown[]>(
      `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE l.locktype = $1 AND NOT l.granted AND a.datname = current_database() LIMIT 1`,
      [lock],
    );
    if (waiting.length > 0) return;
    await sleep(20);
  }
}
