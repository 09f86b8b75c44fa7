import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import pino from 'pino';
import * as z from 'zod';
import { startTestApp, type TestApp } from '../../testing/index.ts';
import { handlerFor, type JobDefinition, startJobWorker } from './index.ts';

const LongJob: JobDefinition<object> = { name: 'long', data: z.strictObject({}), attempts: 2 };
const ShortJob: JobDefinition<object> = { name: 'short', data: z.strictObject({}), attempts: 3 };

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
  const ends: string[] = [];
  await app.platform.queue.enqueue(LongJob, randomUUID(), {});

  for (let turn = 1; turn <= SHUTDOWNS + 1; turn += 1) {
    const worker = await startJobWorker({
      url: app.platform.database.url,
      handlers: [long],
      concurrency: 1,
      logger,
      onEnded: (job, outcome) => ends.push(`${job} ${outcome}`),
    });
    while (runs.length < turn) await sleep(20);
    while (turn > SHUTDOWNS && ends.length === 0) await sleep(20);
    await worker.close();
  }
  expect(runs).toEqual(Array.from({ length: SHUTDOWNS + 1 }, () => 'try 1'));
  expect(ends).toEqual(['long completed']);
  expect(alarms).toEqual([]);
});

test('a worker that cannot reach its queue says so and leaves the processor alone', async () => {
  const alarms: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line: string) => alarms.push(line) });
  const url = new URL(app.platform.database.url);
  url.password = 'not-the-password';
  await expect(startJobWorker({ url: url.href, handlers: [], concurrency: 1, logger })).rejects.toThrow();
  await sleep(200);
  expect(alarms.length).toBeLessThan(5);
});

describe('a job whose workers died with it', () => {
  const runs: string[] = [];
  const ends: string[] = [];
  const short = handlerFor({
    definition: ShortJob,
    run: async (data) => void runs.push(`ran with ${JSON.stringify(data)}`),
    giveUp: async () => void runs.push('gave up'),
  });
  let owner: pg.Client;
  let worker: Awaited<ReturnType<typeof startJobWorker>>;
  beforeAll(async () => {
    owner = new pg.Client(app.databaseUrl);
    await owner.connect();
  });
  afterAll(() => owner.end());
  beforeEach(() => {
    runs.splice(0);
    ends.splice(0);
  });
  afterEach(() => worker.close());

  /** As the queue holds it once the last of them was noticed. */
  async function takeUpAfter(deaths: number): Promise<string> {
    const id = randomUUID();
    await app.platform.queue.enqueue(ShortJob, id, {});
    await owner.query('UPDATE bullmq.job SET stalled_count = $2 WHERE id = $1', [id, deaths]);
    const { database, logger } = app.platform;
    worker = await startJobWorker({
      url: database.url,
      handlers: [short],
      concurrency: 1,
      logger,
      onEnded: (job, outcome) => ends.push(`${job} ${outcome} after: ${runs.join()}`),
    });
    return id;
  }
  async function untilState(id: string, wanted: string): Promise<void> {
    const read = () => owner.query<{ state: string }>('SELECT state FROM bullmq.job WHERE id = $1', [id]);
    while ((await read()).rows[0]!.state !== wanted) await sleep(20);
  }

  test('twice is run again at once', async () => {
    await untilState(await takeUpAfter(2), 'completed');
    expect(runs).toEqual(['ran with {}']);
  });

  test('a third time waits, and is run as it was put in', async () => {
    const id = await takeUpAfter(3);
    await untilState(id, 'delayed');
    expect(runs).toEqual([]);
    await owner.query('UPDATE bullmq.job SET process_at_ms = 0 WHERE id = $1', [id]);
    const other = randomUUID();
    await app.platform.queue.enqueue(ShortJob, other, {});
    for (const either of [id, other]) await untilState(either, 'completed');
    expect(runs).toEqual(['ran with {}', 'ran with {}']);
  });

  test('again and again, however long it waits, is given up, and that is written down before the queue is told', async () => {
    await untilState(await takeUpAfter(9), 'failed');
    while (ends.length === 0) await sleep(20);
    expect(ends).toEqual(['short failed after: gave up']);
  });
});
