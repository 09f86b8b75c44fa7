// A redemption that the portal has taken back is no money: nobody redeemed it, owes it or pays it.
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const ana = {
  customer_name: 'Ana Reyes',
  amount: 40,
  date: '2026-03-02',
  program: 'alle',
  reference: 'C-77123',
};
const BOOKS = {
  reward_transactions: [
    { ...ana, transaction_id: 'R-1', type: 'redemption' },
    { ...ana, transaction_id: 'V-1', type: 'void' },
    { transaction_id: 'R-2', customer_name: 'Ben Okafor', amount: 25, date: '2026-03-05', program: 'alle' },
  ],
  pos_transactions: [{ transaction_id: 'P-1', customer_name: 'Zed Quill', amount: 999, date: '2025-01-02' }],
};

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  ({ jobId } = await reconcileToEnd(app, spa, BOOKS));
});
afterAll(() => app.close());

const get = async (path: string) =>
  (await app.http.get(path).set(spa.members.viewer.authorization).expect(200)).body;

test('it is in no sum of dollars redeemed, of the job, its analytics or its month', async () => {
  const { summary } = await get(`/reconcile/jobs/${jobId}/results`);
  expect(summary).toMatchObject({ no_matches: 3, reward_amount: 25, unmatched_amount: 25 });
  const analytics = await get(`/analytics/jobs/${jobId}`);
  expect(analytics).toMatchObject({
    reward_amount: 25,
    by_program: [{ program: 'alle', reward_amount: 25 }],
  });
  const { figures } = await get('/periods/preview?month=2026-03');
  expect(figures).toMatchObject({ reward_amount: 25, open: 1, open_amount: 25 });
});

test('it is not owed', async () => {
  const { redemptions } = await get('/reimbursements/redemptions');
  expect(redemptions.map(({ redeemed_amount }: { redeemed_amount: number }) => redeemed_amount)).toEqual([
    25,
  ]);
  const { programs } = await get('/reimbursements/summary?from=2026-03&to=2026-03');
  expect(programs).toMatchObject([{ program: 'alle', redeemed: 1, redeemed_amount: 25 }]);
});
