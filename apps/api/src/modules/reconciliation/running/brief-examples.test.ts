// The three usage examples of the product's first description, line by line, with an Authorization header.
import { setTimeout as sleep } from 'node:timers/promises';
import { startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
});
afterAll(() => app.close());

const post = (path: string) => app.http.post(path).set(spa.members.admin.authorization);
const get = (path: string) => app.http.get(path).set(spa.members.admin.authorization);

test('1. a single prediction', async () => {
  const transaction = {
    customer_name: 'Sarah Johnson',
    customer_phone: '(555) 123-4567',
    amount: 450.0,
    date: '2024-01-15',
    service: 'Botox Treatment',
  };
  const request = { reward_transaction: transaction, pos_transaction: transaction, threshold: 0.95 };
  const { body } = await post('/predict').send(request).expect(200);
  expect(body).toMatchObject({
    confidence_level: 'Very High',
    recommendation: 'AUTO_APPROVE',
    result: 'match',
    processing_time_ms: expect.any(Number),
  });
});

test('2. a reconciliation, watched until it is completed', async () => {
  const transaction = { customer_name: 'Sarah Johnson', amount: 450.0, date: '2024-01-15' };
  const started = await post('/reconcile/start')
    .send({ reward_transactions: [transaction], pos_transactions: [transaction], threshold: 0.8 })
    .expect(202);
  const { job_id } = started.body;
  for (;;) {
    const { body: status } = await get(`/reconcile/jobs/${job_id}`).expect(200);
    expect(status.progress_percent.toFixed(1)).toMatch(/^\d+\.\d$/);
    expect(status.status).not.toBe('failed');
    if (status.status === 'completed') break;
    await sleep(50);
  }
  const { body: results } = await get(`/reconcile/jobs/${job_id}/results`).expect(200);
  expect(results.summary.matches_found).toBe(1);
});

test('3. two files whose transactions are posted back as they came', async () => {
  const reward = 'transaction_id,customer_name,amount,date\nR-1,Sarah Johnson,"$1,250.00",01/15/2024\n';
  const pos = 'id,customer_name,amount,date\n7,"Johnson, Sarah",1250,2024-01-15\n8,Mia Chen,-20,2024-01-16\n';
  const rewards = await post('/upload/reward-transactions')
    .attach('file', Buffer.from(reward), 'reward_transactions.csv')
    .expect(200);
  const sales = await post('/upload/pos-transactions')
    .attach('file', Buffer.from(pos), 'pos_transactions.csv')
    .expect(200);
  const { body } = await post('/reconcile/start')
    .send({
      reward_transactions: rewards.body.transactions,
      pos_transactions: sales.body.transactions,
      threshold: 0.85,
    })
    .expect(202);
  expect(body.total_transactions).toBe(3);
});
