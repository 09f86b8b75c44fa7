import { randomUUID } from 'node:crypto';
import { insert, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization();
});
afterAll(() => app.close());

const get = (path: string) => app.http.get(path).set(spa.members.viewer.authorization).expect(200);

test('the model says what it is', async () => {
  const { body } = await get('/model/info');
  expect(body).toMatchObject({
    kind: 'additive-boosted-trees',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(body.comparisons[0]).toEqual({ name: expect.any(String), label: expect.any(String) });
  expect(body.training_size).toBeGreaterThan(0);
});

test('health and status name the model that is loaded', async () => {
  const { body: info } = await get('/model/info');
  const { body: health } = await get('/health');
  expect(health.checks.model).toEqual({ status: 'healthy', detail: `Model ${info.version}.` });
  const { body: status } = await get('/status');
  expect(status.model_status).toEqual({ loaded: true, version: info.version });
});

test('held-out quality comes with the model; before anybody decides there is no live precision', async () => {
  const { body } = await get('/model/metrics');
  expect(body.held_out.f1).toBeGreaterThan(0.5);
  expect(Object.keys(body.held_out).sort()).toEqual([
    'auc',
    'calibration_error',
    'f1',
    'pairs',
    'precision',
    'recall',
  ]);
  expect(body.live).toEqual({ predictions: 0, reviewed: 0, approved: 0, precision: null });
});

test('live precision is the share approved of what this organization decided, undone decisions left out', async () => {
  await decide(spa, [
    { verdict: 'approved' },
    { verdict: 'approved' },
    { verdict: 'rejected' },
    { verdict: 'rejected', undone_at: new Date() },
  ]);
  await decide(await app.createOrganization('Zen'), [{ verdict: 'rejected' }]);
  const { body } = await get('/model/metrics');
  expect(body.live).toMatchObject({ reviewed: 3, approved: 2, precision: 2 / 3 });
});

/** A finished job with one reviewed result for each decision. */
async function decide(organization: TestOrganization, decisions: object[]): Promise<void> {
  const organization_id = organization.organizationId;
  await app.platform.database.withinOrganization(organization_id, async () => {
    const [reward_upload_id, pos_upload_id, job_id] = [randomUUID(), randomUUID(), randomUUID()];
    const upload = {
      organization_id,
      origin: 'request',
      size_bytes: 0,
      transactions_count: 0,
      key_id: 'none',
      details: Buffer.from('{}').toString('base64'),
    };
    await insert('uploads', { ...upload, id: reward_upload_id, side: 'reward' });
    await insert('uploads', { ...upload, id: pos_upload_id, side: 'pos' });
    await insert('jobs', {
      organization_id,
      id: job_id,
      reward_upload_id,
      pos_upload_id,
      threshold: 0.95,
      request_sha256: Buffer.alloc(32),
      total_transactions: 0,
    });
    for (const [position, decision] of decisions.entries()) {
      const result_id = randomUUID();
      const result = {
        side: 'reward',
        result: 'review_required',
        match_probability: 0.8,
        recommendation: 'REVIEW_RECOMMENDED',
      };
      await insert('job_results', { organization_id, id: result_id, job_id, position, ...result });
      const decided_by = organization.members.reviewer.userId;
      await insert('decisions', {
        organization_id,
        id: randomUUID(),
        job_id,
        result_id,
        decided_by,
        ...decision,
      });
    }
  });
}
