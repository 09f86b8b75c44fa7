import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  JOB_PROGRESS_EVENT,
  type JobProgressWire,
  JobResultsWire,
  transactionToWire,
} from '@medspasync/schemas';
import { briefSample } from '@medspasync/test-kit';
import { io } from 'socket.io-client';
import { currentEntityManager } from '../../../platform/database/index.ts';
import type { JobContext } from '../../../platform/queue/index.ts';
import {
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
  untilJob,
} from '../../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  await app.container.start();
  spa = await app.createOrganization();
});
afterAll(async () => {
  app.container.stop();
  await app.close();
});

const sample = briefSample();
const SAMPLE = {
  reward_transactions: sample.rewards.map(transactionToWire),
  pos_transactions: sample.pos.map(transactionToWire),
};

const get = (path: string) => app.http.get(path).set(spa.members.viewer.authorization);
const start = async (request: object = SAMPLE): Promise<string> => {
  const { body } = await app.http
    .post('/reconcile/start')
    .set(spa.members.manager.authorization)
    .send(request)
    .expect(202);
  return body.job_id;
};
const resultsOf = async (jobId: string): Promise<JobResultsWire> =>
  (await get(`/reconcile/jobs/${jobId}/results`).expect(200)).body;

test('the five rewards of the sample are matched, and the sixth POS row is left over', async () => {
  const { jobId } = await reconcileToEnd(app, spa, SAMPLE);
  const results = await resultsOf(jobId);
  expect(JobResultsWire.parse(results)).toEqual(results);
  expect(results.summary).toMatchObject({
    total_transactions: 11,
    matches_found: 5,
    review_required: 0,
    no_matches: 0,
    errors: 0,
    unclaimed_pos: 1,
    pending_reviews: 0,
  });
  expect(results.summary.matched_amount).toBe(results.summary.reward_amount);
  expect(results.results.map(({ result }) => result)).toEqual([
    ...Array.from({ length: 5 }, () => 'match'),
    'no_match',
  ]);
  for (const [index, row] of results.results.slice(0, 5).entries()) {
    expect(row.reward_transaction).toEqual(SAMPLE.reward_transactions[index]);
    expect(row.pos_transaction).toEqual(row.pos_transactions[0]);
    const { base_log_odds, contributions, total_log_odds } = row.explanation!;
    const sum = contributions.reduce((total, { log_odds }) => total + log_odds, base_log_odds);
    expect(sum).toBeCloseTo(total_log_odds, 6);
  }
  expect(results.results[5]).toMatchObject({ reward_transaction: null, decision: null });
});

test('a completed job tells how it went', async () => {
  const jobId = await start();
  const job = await untilJob(app, spa, jobId);
  expect(job).toMatchObject({
    status: 'completed',
    total_transactions: 11,
    processed_transactions: 11,
    matches_found: 5,
    progress_percent: 100,
    errors: [],
  });
  expect(job.performance_metrics!.stages.map(({ stage }) => stage)).toContain('score');
  expect(job.performance_metrics!.transactions_per_second).toBeGreaterThan(0);
  expect(job.performance_metrics!.drift?.words ?? null).toBeNull();
});

test('those who are connected hear of a job until it is completed', async () => {
  const socket = io(app.url, { auth: { token: spa.members.viewer.accessToken }, transports: ['websocket'] });
  const heard: JobProgressWire[] = [];
  const job_id = randomUUID();
  const completed = new Promise<void>((resolve) => {
    socket.on(JOB_PROGRESS_EVENT, (progress: JobProgressWire) => {
      if (progress.job_id === job_id) heard.push(progress);
      if (heard.at(-1)?.status === 'completed') resolve();
    });
  });
  await new Promise((resolve) => socket.once('connect', () => resolve(undefined)));
  await start({ ...SAMPLE, job_id });
  await completed;
  socket.close();
  expect(heard.at(-1)).toMatchObject({ progress_percent: 100, matches_found: 5 });
});

test('finished jobs and their matches are counted, nothing about them', async () => {
  await reconcileToEnd(app, spa, SAMPLE);
  const metrics = async (): Promise<string> => (await app.http.get('/metrics').expect(200)).text;
  while (!/job_duration_seconds_count\{outcome="completed"\} \d/.test(await metrics())) await sleep(20);
  expect(await metrics()).toMatch(/reconciliation_matches_total\{decision="automatic"\} \d/);
  expect(await metrics()).not.toMatch(/Sarah|Johnson/);
});

test('a running job stops when it is cancelled, and has no results', async () => {
  const jobId = await start();
  await untilJob(app, spa, jobId, ({ status }) => status === 'processing');
  await app.http.delete(`/reconcile/jobs/${jobId}`).set(spa.members.manager.authorization).expect(200);
  const job = await untilJob(app, spa, jobId);
  expect(job).toMatchObject({ status: 'cancelled', matches_found: 0 });
  expect((await resultsOf(jobId)).results).toEqual([]);
});

test('a job that has completed cannot be cancelled', async () => {
  const { jobId } = await reconcileToEnd(app, spa, SAMPLE);
  const { body } = await app.http
    .delete(`/reconcile/jobs/${jobId}`)
    .set(spa.members.manager.authorization)
    .expect(409);
  expect(body.code).toBe('job.not_running');
});

describe('a job taken up again', () => {
  let quiet: TestApp;
  beforeAll(async () => {
    quiet = await startTestApp();
    spa = await quiet.createOrganization();
  });
  afterAll(() => quiet.close());

  const contextOf = (signal = new AbortController().signal): JobContext => ({
    logger: quiet.platform.logger,
    attempt: 1,
    publish: async () => undefined,
    signal,
  });
  const handler = () => quiet.container.jobHandlers.find(({ name }) => name === 'reconcile')!;
  const startQuietly = async () => {
    const job_id = randomUUID();
    const request = quiet.http.post('/reconcile/start').set(spa.members.manager.authorization);
    await request.send({ ...SAMPLE, job_id }).expect(202);
    return { organizationId: spa.organizationId, jobId: job_id };
  };
  /** Runs it in a worker that is shut down as soon as it has begun. */
  const interrupt = async (data: { organizationId: string; jobId: string }) => {
    const shutdown = new AbortController();
    const interrupted = handler().run(data, contextOf(shutdown.signal));
    const refused = expect(interrupted).rejects.toThrow(/shutting down/);
    await untilJob(quiet, spa, data.jobId, ({ status }) => status === 'processing');
    shutdown.abort(new Error('the worker is shutting down'));
    await refused;
  };
  const look = async (jobId: string) => {
    const job = await quiet.http.get(`/reconcile/jobs/${jobId}`).set(spa.members.viewer.authorization);
    const rows = await quiet.platform.database.withinOrganization(spa.organizationId, () =>
      currentEntityManager().query('SELECT count(*)::int AS n FROM job_results WHERE job_id = $1', [jobId]),
    );
    return { status: job.body.status, results: rows[0].n };
  };

  test('after its worker was shut down in the middle has every result once', async () => {
    const data = await startQuietly();
    await interrupt(data);
    expect(await look(data.jobId)).toEqual({ status: 'processing', results: 0 });
    await handler().run(data, contextOf());
    expect(await look(data.jobId)).toEqual({ status: 'completed', results: 6 });
  });

  test('by two workers at once, and once more later, has every result once', async () => {
    const data = await startQuietly();
    await Promise.all([handler().run(data, contextOf()), handler().run(data, contextOf())]);
    await handler().run(data, contextOf());
    expect(await look(data.jobId)).toEqual({ status: 'completed', results: 6 });
  });

  test('after it was cancelled while nobody worked on it ends as cancelled', async () => {
    const data = await startQuietly();
    await interrupt(data);
    await quiet.http
      .delete(`/reconcile/jobs/${data.jobId}`)
      .set(spa.members.manager.authorization)
      .expect(200);
    await handler().run(data, contextOf());
    expect(await look(data.jobId)).toEqual({ status: 'cancelled', results: 0 });
  });

  test('and given up in the end says so in words', async () => {
    const data = await startQuietly();
    await handler().giveUp(data, contextOf());
    const { body } = await quiet.http
      .get(`/reconcile/jobs/${data.jobId}`)
      .set(spa.members.viewer.authorization);
    expect(body).toMatchObject({ status: 'failed', errors: [expect.stringMatching(/Start it again/)] });
  });
});
