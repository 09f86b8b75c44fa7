// Two transactions brought to one moment: a test holds what one of them needs, and sees it wait.
import { setTimeout as sleep } from 'node:timers/promises';
import { currentEntityManager } from '../platform/database/index.ts';

/** Inside a test's own transaction: until somebody else waits for an advisory lock of this database. */
export async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await currentEntityManager().query<unknown[]>(
      `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) LIMIT 1`,
    );
    if (waiting.length > 0) return;
    await sleep(20);
  }
}
