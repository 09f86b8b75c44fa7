// What is held while a month is closed is held in one order: nobody ends up waiting for somebody who waits for them.
import { setTimeout as sleep } from 'node:timers/promises';
import { currentEntityManager } from '../../platform/database/index.ts';
import { app, as, closeAll, reopen, run, setUpMarch, spa, WRITE_OFF } from './testing/march.ts';

setUpMarch();

/** Inside the transaction of a test: until so many others wait, each for something that is held. */
async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    // Else a transaction goes on seeing who was there when it first looked.
    await currentEntityManager().query('SELECT pg_stat_clear_snapshot()');
    const waiting = await currentEntityManager().query<unknown[]>(
      `SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       WHERE NOT l.granted AND a.datname = current_database()`,
    );
    if (waiting.length >= count) return;
    await sleep(20);
  }
}

/** Sends `requests` one after another while a month is being closed; each waits. @returns what they were answered. */
async function whileClosing(requests: readonly (() => PromiseLike<{ status: number }>)[]): Promise<number[]> {
  const answers: Promise<{ status: number }>[] = [];
  await app.platform.database.withinOrganization(spa.organizationId, async () => {
    await currentEntityManager().query('SELECT FROM organizations WHERE id = $1 FOR NO KEY UPDATE', [
      spa.organizationId,
    ]);
    for (const send of requests) {
      answers.push(Promise.resolve(send()));
      await untilWaiting(answers.length);
    }
  });
  return (await Promise.all(answers)).map(({ status }) => status);
}

test('one who decides, one who reopens a month and one who decides many at once are all answered', async () => {
  const { period_id } = await closeAll({ month: '2026-03' });
  const { result_id } = run.rowOf('A-1');
  const many = { decisions: [{ result_id, decision: null }] };
  const statuses = await whileClosing([
    () => app.http.post(run.pathOf('A-1')).set(as('reviewer')).send(WRITE_OFF),
    () => reopen(period_id),
    () => app.http.post(`/reconcile/jobs/${run.jobId}/decisions`).set(as('reviewer')).send(many),
  ]);
  expect(statuses).toEqual([200, 200, 200]);
});
