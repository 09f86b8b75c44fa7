// A code that comes twice is told of by who starts a job with lists, as by who sends a file, and by the run that finds it.
import { randomUUID } from 'node:crypto';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

const ANA = {
  customer_name: 'Ana Quillfeather',
  customer_phone: '5550100001',
  customer_email: 'ana@example.test',
  service: 'Botox',
  amount: 40,
  date: '2026-03-02',
  program: 'alle',
  reference: 'C-77123',
};
const AGAIN = { ...ANA, date: '2026-03-20' };
const OTHER = { ...ANA, customer_name: 'Bea Holm', customer_phone: '5550100077', reference: 'C-88001' };
const saleOf = ({ reference: _, ...reward }: typeof ANA) => reward;
const POS = [saleOf(ANA), saleOf(AGAIN), { ...saleOf(OTHER), customer_email: 'bea@example.test' }];

const start = async (request: object) =>
  (
    await app.http
      .post('/reconcile/start')
      .set(spa.members.manager.authorization)
      .send({ pos_transactions: POS, ...request })
      .expect(202)
  ).body;

test('who starts a job with lists hears which transactions repeat a code, in the request or earlier, and again by the same id', async () => {
  const first = { reward_transactions: [OTHER, ANA], job_id: randomUUID() };
  expect((await start(first)).repeats_code).toEqual([]);
  const second = { reward_transactions: [OTHER, ANA, AGAIN], job_id: randomUUID() };
  expect((await start(second)).repeats_code).toEqual(['reward_transactions[2]']);
  expect((await start(second)).repeats_code).toEqual(['reward_transactions[2]']);
  expect((await start(first)).repeats_code).toEqual([]);
});

test('of a file the job says nothing, its upload has said so', async () => {
  const lines = [ANA, AGAIN].map(({ amount, customer_name, date, reference }) =>
    [reference, customer_name, amount, date].join(),
  );
  const { body } = await app.http
    .post('/upload/reward-transactions')
    .set(spa.members.reviewer.authorization)
    .attach('file', Buffer.from(['reference,customer_name,amount,date', ...lines].join('\n')), 'rewards.csv')
    .expect(200);
  expect(body.rows).toMatchObject([{ repeats_code: true }, { repeats_code: true }]);
  expect((await start({ reward_upload_id: body.upload_id })).repeats_code).toEqual([]);
});

test('a run says how many rewards with sales of their own bear one code', async () => {
  const metricsOf = async (rewards: object[]) => {
    const { jobId } = await reconcileToEnd(app, spa, { reward_transactions: rewards, pos_transactions: POS });
    const { body } = await app.http
      .get(`/reconcile/jobs/${jobId}`)
      .set(spa.members.viewer.authorization)
      .expect(200);
    return body.performance_metrics;
  };
  expect(await metricsOf([ANA, AGAIN])).toMatchObject({
    used_twice: expect.stringContaining('Redeemed twice: 2 rewards'),
    used_twice_rewards: 2,
  });
  expect(await metricsOf([ANA, OTHER])).not.toHaveProperty('used_twice');
});
