// Jobs that fail, wait in line, take their time and are taken back.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { transactionToWire } from '@medspasync/schemas';
import { briefSample } from '@medspasync/test-kit';
import { currentEntityManager } from '../../../platform/database/index.ts';
import { handlerFor, type JobContext, startJobWorker } from '../../../platform/queue/index.ts';
import {
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
  untilJob,
} from '../../../testing/index.ts';
import { RECONCILE_JOB } from './reconcile-job.ts';

const sample = briefSample();
const SAMPLE = {
  reward_transactions: sample.rewards.map(transactionToWire),
  pos_transactions: sample.pos.map(transactionToWire),
};

describe('with a worker', () => {
  let app: TestApp;
  let spa: TestOrganization;
  beforeAll(async () => {
    app = await startTestApp({ withWorker: true });
    spa = await app.createOrganization();
  });
  afterAll(() => app.close());

  const manager = () => spa.members.manager.authorization;
  const context: JobContext = {
    get logger() {
      return app.platform.logger;
    },
    attempt: 1,
    publish: async () => undefined,
    signal: new AbortController().signal,
  };
  const inDatabase = <T>(sql: string, parameters: unknown[] = []): Promise<T> =>
    app.platform.database.withinOrganization(spa.organizationId, () =>
      currentEntityManager().query<T>(sql, parameters),
    );

  test('a failed job is started again under its id, once, and completes', async () => {
    const { jobId } = await reconcileToEnd(app, spa, SAMPLE);
    const path = `/reconcile/jobs/${jobId}/retry`;
    expect((await app.http.post(path).set(manager()).expect(409)).body.code).toBe('job.not_failed');
    await inDatabase("UPDATE jobs SET status = 'processing', completed_at = NULL WHERE id = $1", [jobId]);
    await inDatabase('DELETE FROM job_results WHERE job_id = $1', [jobId]);
    const handler = app.container.jobHandlers.find(({ name }) => name === 'reconcile')!;
    await handler.giveUp({ organizationId: spa.organizationId, jobId }, context);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        app.http.post(path).set(manager()).set('Idempotency-Key', randomUUID()),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      202,
      ...Array.from({ length: 9 }, () => 409),
    ]);
    const job = await untilJob(app, spa, jobId, ({ status }) => status === 'completed');
    expect(job).toMatchObject({ matches_found: 5, errors: [] });
  });

  test('a failed job stays as it is while reconciliation is turned off', async () => {
    const { jobId } = await reconcileToEnd(app, spa, SAMPLE);
    await inDatabase("UPDATE jobs SET status = 'failed' WHERE id = $1", [jobId]);
    const turn = (isOn: boolean | null) =>
      app.http
        .patch('/organizations/current/features')
        .set(spa.members.admin.authorization)
        .send({ ai_reconciliation: isOn })
        .expect(200);
    await turn(false);
    const retry = () => app.http.post(`/reconcile/jobs/${jobId}/retry`).set(manager());
    expect((await retry().expect(403)).body.code).toBe('feature.off');
    expect((await app.http.get(`/reconcile/jobs/${jobId}`).set(manager()).expect(200)).body.status).toBe(
      'failed',
    );
    await turn(null);
    await retry().expect(202);
  });

  test('a whole run is taken back: its decisions and what it matched by itself', async () => {
    const { jobId, rows } = await reconcileToEnd(app, spa, SAMPLE);
    const decision = `/reconcile/jobs/${jobId}/results/${rows[0]!.result_id}/decision`;
    await app.http.post(decision).set(manager()).send({ verdict: 'rejected' }).expect(200);
    const path = `/reconcile/jobs/${jobId}/undo`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => app.http.post(path).set(manager())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const { body } = await app.http.get(`/reconcile/jobs/${jobId}/results`).set(manager()).expect(200);
    expect(body.summary).toMatchObject({ matches_found: 0, review_required: 5, pending_reviews: 5 });
    expect(body.results[0]).toMatchObject({ decision: null, result: 'review_required', state: 'MISMATCHED' });
    const job = (await app.http.get(`/reconcile/jobs/${jobId}`).set(manager()).expect(200)).body;
    expect(job).toMatchObject({ matches_found: 0, undone_at: expect.any(String) });
    await app.http.post(decision).set(manager()).send({ verdict: 'approved' }).expect(200);
  });

  test('how long a job will take is learned from the organization’s own jobs, whatever one of them did', async () => {
    const estimate = async (): Promise<number> =>
      (await app.http.post('/reconcile/start').set(manager()).send(SAMPLE).expect(202)).body
        .estimated_time_seconds;
    expect(await estimate()).toBe(2);
    for (const seconds of [1000, 1100, 90_000]) {
      const { jobId } = await reconcileToEnd(app, spa, SAMPLE);
      await inDatabase(
        `UPDATE jobs SET total_transactions = 1000, started_at = completed_at - make_interval(secs => $2)
         WHERE id = $1`,
        [jobId, seconds],
      );
    }
    // 11 transactions of 1.1 seconds each, and the second every job takes.
    expect(await estimate()).toBe(14);
  });
});

test('an organization with 50 waiting jobs does not keep another one waiting', async () => {
  const app = await startTestApp();
  try {
    const [busy, quiet] = [await app.createOrganization('Busy'), await app.createOrganization('Quiet')];
    const start = ({ members }: TestOrganization) =>
      app.http.post('/reconcile/start').set(members.manager.authorization).send(SAMPLE).expect(202);
    for (let job = 0; job < 50; job += 1) await start(busy);
    await start(quiet);
    await start(quiet);
    const order: string[] = [];
    const recording = handlerFor({
      definition: RECONCILE_JOB,
      run: async ({ organizationId }) => void order.push(organizationId),
      giveUp: async () => undefined,
    });
    const { logger } = app.platform;
    const worker = await startJobWorker({
      url: app.platform.database.url,
      handlers: [recording],
      concurrency: 1,
      logger,
    });
    while (order.length < 52) await sleep(20);
    await worker.close();
    expect(order.indexOf(quiet.organizationId)).toBeLessThanOrEqual(1);
    expect(order.lastIndexOf(quiet.organizationId)).toBeLessThanOrEqual(3);
  } finally {
    await app.close();
  }
});
