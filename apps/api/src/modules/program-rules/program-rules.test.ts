// Terms that an organization sets are those its next runs go by.
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const ROW = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  customer_email: 'ana@example.test',
  amount: 40,
  program: 'evolus',
  service: 'Jeuveau',
};
const BOOKS = {
  reward_transactions: [{ ...ROW, transaction_id: 'R-1', date: daysAgo(12) }],
  pos_transactions: [
    { ...ROW, transaction_id: 'P-1', date: daysAgo(20) },
    {
      ...ROW,
      transaction_id: 'P-2',
      customer_name: 'Zed Quill',
      customer_phone: '5550100077',
      date: daysAgo(61),
    },
  ].map((row) => ({ ...row, type: 'redemption' })),
};
const RULE = {
  program: 'evolus',
  valid_from: '2020-01-01',
  lag_days: 10,
  claim_window_days: 30,
  cents_per_point: null,
};

test('a late entry and an expired discount are those of the terms in force', async () => {
  const before = await reconcileToEnd(app, spa, BOOKS);
  expect(before.rowOf('R-1').reason_codes).toEqual(['DATE_LAG']);
  expect(before.rowOf('P-2').reason_codes).toEqual(['POS_NOT_REDEEMED']);

  const { body } = await app.http
    .put('/organizations/current/program-rules')
    .set(spa.members.admin.authorization)
    .send({ ...RULE, expires_after_days: 60 })
    .expect(200);
  expect(body.rules).toContainEqual({
    ...RULE,
    expires_after_days: 60,
    reimbursement_days: 30,
    is_default: false,
  });

  const after = await reconcileToEnd(app, spa, BOOKS);
  expect(after.rowOf('R-1').reason_codes).toEqual([]);
  expect(after.rowOf('P-2').reason_codes).toEqual(['POS_NOT_REDEEMED', 'EXPIRED']);
  const listed = await app.http
    .get(`/reconcile/jobs/${after.jobId}/results?code=EXPIRED`)
    .set(spa.members.viewer.authorization)
    .expect(200);
  expect(listed.body.total_results).toBe(1);
});

test.each([
  ['-1', -1],
  ['more than ten years', 3651],
  ['part of a day', 1.5],
])('a reward that would expire after %s is refused by name', async (_words, expires_after_days) => {
  const { body } = await app.http
    .put('/organizations/current/program-rules')
    .set(spa.members.admin.authorization)
    .send({ ...RULE, expires_after_days })
    .expect(422);
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(['expires_after_days']);
});
