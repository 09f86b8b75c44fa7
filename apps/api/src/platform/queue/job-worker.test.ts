import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import * as z from 'zod';
import { startTestApp, type TestApp } from '../../testing/index.ts';
import { handlerFor, type JobDefinition, startJobWorker } from './index.ts';

const LongJob: JobDefinition<object> = { name: 'long', data: z.strictObject({}), attempts: 2 };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('a job is interrupted by more shutdowns than it has attempts, and completes all the same', async () => {
  const SHUTDOWNS = 3;
  const runs: string[] = [];
  const long = handlerFor({
    definition: LongJob,
    async run(_data, { attempt, signal }) {
      runs.push(`try ${attempt}`);
      if (runs.length > SHUTDOWNS) return;
      await once(signal, 'abort');
      signal.throwIfAborted();
    },
    async giveUp() {
      runs.push('gave up');
    },
  });
  const alarms: unknown[] = [];
  const logger = pino({ level: 'warn' }, { write: (line: string) => alarms.push(JSON.parse(line)) });
  const outcome = new Promise((resolve) => app.platform.queue.onFinished(resolve));
  await app.platform.queue.enqueue(LongJob, randomUUID(), {});

  for (let turn = 1; turn <= SHUTDOWNS + 1; turn += 1) {
    const worker = await startJobWorker({
      url: app.platform.database.url,
      handlers: [long],
      concurrency: 1,
      logger,
    });
    while (runs.length < turn) await sleep(20);
    if (turn > SHUTDOWNS) expect(await outcome).toBe('completed');
    await worker.close();
  }
  expect(runs).toEqual(Array.from({ length: SHUTDOWNS + 1 }, () => 'try 1'));
  expect(alarms).toEqual([]);
});
