import { type TransactionWire, transactionToWire } from '@medspasync/schemas';
import { briefSample } from '@medspasync/test-kit';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  spa = await app.createOrganization();
});
afterAll(() => app.close());

const sample = briefSample();
const rewards = sample.rewards.map(transactionToWire);
const pos = sample.pos.map(transactionToWire);

const post = (path: string, request: object) =>
  app.http.post(path).set(spa.members.reviewer.authorization).send(request);
const predict = (reward: TransactionWire, sale: TransactionWire, more = {}) =>
  post('/predict', { reward_transaction: reward, pos_transaction: sale, ...more });
const fieldsOf = (body: { errors: { field: string }[] }) => body.errors.map(({ field }) => field);

test('the same patient, service, amount and day is a match that needs no person', async () => {
  const { body } = await predict(rewards[0]!, pos[0]!).expect(200);
  expect(body).toEqual({
    match_probability: expect.any(Number),
    confidence_level: 'Very High',
    recommendation: 'AUTO_APPROVE',
    processing_time_ms: expect.any(Number),
    result: 'match',
  });
  expect(body.match_probability).toBeGreaterThanOrEqual(0.95);
});

test('a stranger’s purchase is no match', async () => {
  const { body } = await predict(rewards[0]!, pos[5]!).expect(200);
  expect(body).toMatchObject({ result: 'no_match', recommendation: 'REVIEW_REQUIRED' });
});

test('asked for features, it shows its inputs and a sum that adds up to the score', async () => {
  const { body } = await predict(rewards[3]!, pos[3]!, { include_features: true }).expect(200);
  const { base_log_odds, contributions, total_log_odds } = body.explanation;
  const sum = contributions.reduce(
    (total: number, { log_odds }: { log_odds: number }) => total + log_odds,
    base_log_odds,
  );
  expect(sum).toBeCloseTo(total_log_odds, 5);
  expect(1 / (1 + Math.exp(-total_log_odds))).toBeCloseTo(body.match_probability, 10);
  const { body: info } = await app.http.get('/model/info').set(spa.members.viewer.authorization).expect(200);
  expect(body.feature_analysis.map(({ feature }: { feature: string }) => feature)).toEqual(info.features);
});

test('a date in a notation of the importer counts as the same day', async () => {
  const iso = await predict(rewards[0]!, pos[0]!).expect(200);
  const written = await predict({ ...rewards[0]!, date: 'Jan 15, 2024' }, pos[0]!).expect(200);
  expect(written.body.match_probability).toBe(iso.body.match_probability);
});

test('a threshold decides what counts as a match, and MODEL_THRESHOLD where there is none', async () => {
  const { body } = await predict(rewards[0]!, pos[0]!, { threshold: 1 }).expect(200);
  expect(body.result).toBe('review_required');
  const strict = await startTestApp({ environment: { MODEL_THRESHOLD: '1' } });
  const { members } = await strict.createOrganization();
  const answer = await strict.http
    .post('/predict')
    .set(members.reviewer.authorization)
    .send({ reward_transaction: rewards[0], pos_transaction: pos[0] })
    .expect(200);
  expect(answer.body.result).toBe('review_required');
  await strict.close();
});

test('every bad field of both sides is named at once', async () => {
  const bad = { reward_transaction: { amount: -5, color: 'red' }, pos_transaction: { amount: 1.005 } };
  const invalid = await post('/predict', { ...bad, threshold: 2 }).expect(422);
  expect(fieldsOf(invalid.body).sort()).toEqual([
    'pos_transaction.amount',
    'reward_transaction.amount',
    'reward_transaction.color',
    'threshold',
  ]);
  const dates = await predict({ ...rewards[0]!, date: '31/02/2024' }, { ...pos[0]!, date: 'soon' }).expect(
    422,
  );
  expect(fieldsOf(dates.body)).toEqual(['reward_transaction.date', 'pos_transaction.date']);
});

test('a bad amount does not keep the bad dates of both sides for a second answer', async () => {
  const { body } = await predict(
    { ...rewards[0]!, amount: -5, date: '31/02/2024' },
    { ...pos[0]!, date: '2024-02-31' },
  ).expect(422);
  expect(body.errors).toEqual([
    { field: 'reward_transaction.amount', message: 'must be at least 0' },
    { field: 'reward_transaction.date', message: expect.stringContaining('no day of the calendar') },
    { field: 'pos_transaction.date', message: expect.stringContaining('no day of the calendar') },
  ]);
});

describe('a batch', () => {
  test('scores row i against row i, as each pair by itself', async () => {
    const { body } = await post('/predict/batch', {
      reward_transactions: rewards,
      pos_transactions: pos.slice(0, 5),
    }).expect(200);
    expect(body).toMatchObject({ total_processed: 5, total_processing_time_ms: expect.any(Number) });
    expect(body.results.map(({ result }: { result: string }) => result)).toEqual(Array(5).fill('match'));
    const single = await predict(rewards[4]!, pos[4]!).expect(200);
    expect(body.results[4].match_probability).toBe(single.body.match_probability);
  });

  test('scores just the pairs asked for, in their order', async () => {
    const { body } = await post('/predict/batch', {
      reward_transactions: rewards,
      pos_transactions: pos,
      pairs: [
        { reward_index: 0, pos_index: 5 },
        { reward_index: 1, pos_index: 1 },
      ],
    }).expect(200);
    expect(body.results.map(({ result }: { result: string }) => result)).toEqual(['no_match', 'match']);
  });

  test('names each pair that points past the end, and each bad date', async () => {
    const { body } = await post('/predict/batch', {
      reward_transactions: [rewards[0], { ...rewards[1], date: '2024-02-30' }],
      pos_transactions: pos,
      pairs: [
        { reward_index: 2, pos_index: 0 },
        { reward_index: 0, pos_index: 6 },
      ],
    }).expect(422);
    expect(fieldsOf(body)).toEqual([
      'pairs[0].reward_index',
      'pairs[1].pos_index',
      'reward_transactions[1].date',
    ]);
  });

  test('with a bad amount names its bad dates and pairs all the same', async () => {
    const { body } = await post('/predict/batch', {
      reward_transactions: [{ ...rewards[0], amount: -5, date: '2024-02-30' }],
      pos_transactions: pos,
      pairs: [{ reward_index: 1, pos_index: 0 }],
    }).expect(422);
    expect(fieldsOf(body)).toEqual([
      'reward_transactions[0].amount',
      'pairs[0].reward_index',
      'reward_transactions[0].date',
    ]);
  });

  test('without pairs and with lists of different length is refused', async () => {
    const { body } = await post('/predict/batch', {
      reward_transactions: rewards,
      pos_transactions: pos,
    }).expect(422);
    expect(fieldsOf(body)).toEqual(['pos_transactions']);
  });
});

test('predictions are counted and timed', async () => {
  const { body } = await app.http.get('/model/metrics').set(spa.members.viewer.authorization).expect(200);
  expect(body.live.predictions).toBeGreaterThan(0);
  expect(body.timings.samples).toBeGreaterThan(0);
  expect(body.timings.p99_ms).toBeGreaterThanOrEqual(body.timings.p50_ms);
});

test('without a model predictions are refused, health is degraded, and the rest works', async () => {
  const without = await startTestApp({ shippedModel: '/nowhere' });
  const { members } = await without.createOrganization();
  const { body } = await without.http
    .post('/predict')
    .set(members.reviewer.authorization)
    .send({ reward_transaction: rewards[0], pos_transaction: pos[0] })
    .expect(503);
  expect(body.code).toBe('service.unavailable');
  const health = await without.http.get('/health').expect(200);
  expect(health.body.status).toBe('degraded');
  expect(health.body.checks.model.status).toBe('degraded');
  await without.http.get('/organizations/current').set(members.viewer.authorization).expect(200);
  await without.close();
});
