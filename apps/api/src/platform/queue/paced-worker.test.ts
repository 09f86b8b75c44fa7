import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import * as z from 'zod';
import { startTestApp, type TestApp } from '../../testing/index.ts';
import { QUEUE_NAME, queueConnection } from './connection.ts';
import type { JobDefinition } from './index.ts';
import { PacedWorker, waitAfterErrorsMs } from './paced-worker.ts';

const SomeJob: JobDefinition<object> = { name: 'some', data: z.strictObject({}), attempts: 1 };

let app: TestApp;
let owner: pg.Client;
beforeAll(async () => {
  app = await startTestApp();
  owner = new pg.Client({ connectionString: app.databaseUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await app.close();
});

/** Notes its waits instead of waiting. */
class NotingWorker extends PacedWorker {
  readonly waits: number[] = [];

  protected override async rest(ms: number): Promise<void> {
    this.waits.push(ms);
    await nextTurn();
  }
}

test('a queue that answers every question with an error is asked less and less often, until it answers', async () => {
  const worker = new NotingWorker(QUEUE_NAME, async () => 'done', {
    connection: queueConnection(app.platform.database.url),
    autorun: false,
  });
  worker.on('error', () => undefined);
  await worker.waitUntilReady();
  await owner.query('ALTER TABLE bullmq.job RENAME TO job_away');
  const running = worker.run();
  while (worker.waits.length < 4) await sleep(5);
  const [first = 0, second = 0, third = 0, fourth = 0] = worker.waits;
  expect(second / first).toBeGreaterThan(4 / 3);
  expect(fourth / second).toBeGreaterThan(8 / 3);
  expect(third).toBeGreaterThan(first);

  await owner.query('ALTER TABLE bullmq.job_away RENAME TO job');
  const completed = once(worker, 'completed');
  await app.platform.queue.enqueue(SomeJob, randomUUID(), {});
  await completed;
  await worker.close();
  await running;
});

test('no wait is longer than a few breaths, however long it lasts', () => {
  expect(waitAfterErrorsMs(500)).toBeLessThanOrEqual(15_000);
});
