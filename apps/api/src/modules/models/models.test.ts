import { transactionToWire } from '@medspasync/schemas';
import { briefSample } from '@medspasync/test-kit';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
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
  expect(body.live).toEqual({ predictions: 0, reviewed: 0, approved: 0, precision: null, by_version: [] });
});

test('live precision is the share approved of what this organization decided, undone decisions left out', async () => {
  const decide = await decisionsOf(spa);
  for (const verdict of ['approved', 'approved', 'rejected'] as const) await decide(verdict);
  const { undo } = await decide('rejected');
  await undo();
  await (await decisionsOf(await app.createOrganization('Zen')))('rejected');
  const { body } = await get('/model/metrics');
  expect(body.live).toMatchObject({ reviewed: 3, approved: 2, precision: 2 / 3 });
});

test('live precision is told per model version, of suggestions and of automatic approvals, with what is known of it', async () => {
  const { body: info } = await get('/model/info');
  const zen = await app.createOrganization('Zen');
  const sample = briefSample();
  const { jobId, rows } = await reconcileToEnd(app, zen, {
    reward_transactions: sample.rewards.map(transactionToWire),
    pos_transactions: sample.pos.map(transactionToWire),
    threshold: 0.9,
  });
  const of = (result: string) => rows.filter((row) => row.reward_transaction && row.result === result);
  const [matches, suggestions] = [of('match'), of('review_required')];
  const decide = (resultId: string, verdict: string) =>
    app.http
      .post(`/reconcile/jobs/${jobId}/results/${resultId}/decision`)
      .set(zen.members.reviewer.authorization)
      .send({ verdict })
      .expect(200);
  await decide(matches[0]!.result_id, 'rejected');
  for (const { result_id } of suggestions) await decide(result_id, 'approved');
  const { body } = await app.http.get('/model/metrics').set(zen.members.viewer.authorization).expect(200);
  const [version, ...others] = body.live.by_version;
  expect(others).toEqual([]);
  expect(version.model_version).toBe(info.version);
  const right = matches.length - 1;
  expect(version.auto_approved).toMatchObject({
    pairs: matches.length,
    right,
    precision: right / matches.length,
  });
  expect(version.auto_approved.interval.low).toBeLessThan(version.auto_approved.precision);
  expect(version.auto_approved.interval.high).toBeGreaterThan(version.auto_approved.precision);
  expect(version.suggestions).toMatchObject({ pairs: suggestions.length, right: suggestions.length });
});

test('how people judge the proposals of all organizations is a metric', async () => {
  await app.container.quality.look();
  const { text } = await app.http.get('/metrics').expect(200);
  const gaugeOf = (name: string, source: string) =>
    Number(new RegExp(`^${name}\\{source="${source}"\\} (\\S+)$`, 'm').exec(text)?.[1]);
  expect(gaugeOf('model_precision_pairs', 'auto_approved')).toBeGreaterThan(0);
  for (const source of ['reviews', 'auto_approved'])
    expect(gaugeOf('reconciliation_accuracy_ratio', source)).toBeGreaterThan(0);
  expect(gaugeOf('reconciliation_accuracy_ratio', 'auto_approved')).toBeLessThan(1);
  expect(gaugeOf('model_precision_ratio', 'auto_approved')).toBe(
    gaugeOf('reconciliation_accuracy_ratio', 'auto_approved'),
  );
});

/** Runs a job; each call then decides its next pair. */
async function decisionsOf(organization: TestOrganization) {
  const sample = briefSample();
  const { jobId, rows } = await reconcileToEnd(app, organization, {
    reward_transactions: sample.rewards.map(transactionToWire),
    pos_transactions: sample.pos.map(transactionToWire),
  });
  const pairs = rows.filter((row) => row.reward_transaction && row.pos_transactions.length > 0);
  const { authorization } = organization.members.reviewer;
  return async (verdict: 'approved' | 'rejected') => {
    const address = `/reconcile/jobs/${jobId}/results/${pairs.shift()!.result_id}/decision`;
    await app.http.post(address).set(authorization).send({ verdict }).expect(200);
    return { undo: () => app.http.delete(address).set(authorization).expect(200) };
  };
}
