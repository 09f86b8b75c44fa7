// Webhooks hear of what only the date opens, once a night and once each. The day turns by moving the clinic around the earth:
// Kiritimati and Pago Pago are 25 hours apart, so their days always differ.
import { currentEntityManager } from '../../platform/database/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const EARLIER_DAY = 'Pacific/Pago_Pago';
const LATER_DAY = 'Pacific/Kiritimati';
const LAG_DAYS = 5;
const REIMBURSEMENT_DAYS = 30;

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  await moveTo(EARLIER_DAY);
});

/** So many days before it is today in the place of the earlier day: over in the other. */
const daysAgo = (days: number): string =>
  new Date(Date.now() - 11 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
const as = () => spa.members.admin.authorization;
const moveTo = (time_zone: string) =>
  app.http.patch('/organizations/current').set(as()).send({ time_zone }).expect(200);
const subscribe = () =>
  app.http
    .post('/webhooks')
    .set(as())
    .send({ url: 'http://127.0.0.1:9/', events: ['exception.opened'] })
    .expect(201);
const reward = (id: string, days: number) => ({
  transaction_id: id,
  customer_name: `Patient Quill${id}`,
  amount: 40,
  date: daysAgo(days),
  program: 'alle',
});
const run = (...rewards: object[]) =>
  reconcileToEnd(app, spa, {
    reward_transactions: rewards,
    pos_transactions: [{ customer_name: 'Zed Holm', amount: 999, date: '2024-01-02' }],
    threshold: 1,
  });
const within = <T>(work: () => Promise<T>): Promise<T> =>
  app.platform.database.withinOrganization(spa.organizationId, work);
const query = <Row>(sql: string): Promise<Row[]> => within(() => currentEntityManager().query<Row[]>(sql));

/** The next night of everybody. */
async function night(): Promise<void> {
  await query("UPDATE exception_nights SET looked_at = looked_at - interval '1 day'");
  await app.container.dateWatch.look();
}

async function told(): Promise<object[]> {
  const rows = await query<{ payload: string }>(
    `SELECT payload FROM webhook_deliveries WHERE type = 'exception.opened' ORDER BY created_at`,
  );
  return rows.map(({ payload }) => JSON.parse(payload).data);
}

test('a row that was told of as expected is told of once more when its days are over', async () => {
  await subscribe();
  const { jobId, rowOf } = await run(reward('A', LAG_DAYS), reward('B', LAG_DAYS - 3));
  await night();
  const before = await told();
  expect(before).toEqual([expect.objectContaining({ job_id: jobId, exceptions: 2 })]);
  await moveTo(LATER_DAY);
  await night();
  const missing = {
    job_id: jobId,
    exceptions: 1,
    by_code: expect.anything(),
    result_ids: [rowOf('A').result_id],
  };
  expect(await told()).toEqual([...before, missing]);
  await night();
  await run(reward('A', LAG_DAYS), reward('B', LAG_DAYS - 3));
  expect(await told()).toHaveLength(2);
});

test('however long a program takes, a row is told of when its days are over', async () => {
  await subscribe();
  const rule = {
    program: 'alle',
    valid_from: daysAgo(550),
    lag_days: 500,
    claim_window_days: 600,
    reimbursement_days: 3000,
    expires_after_days: null,
    cents_per_point: null,
  };
  await app.http.put('/organizations/current/program-rules').set(as()).send(rule).expect(200);
  await run(reward('E', 500));
  await night();
  const before = await told();
  await moveTo(LATER_DAY);
  await night();
  expect(await told()).toHaveLength(before.length + 1);
});

test('a redemption that nobody has paid back in time is told of once', async () => {
  await subscribe();
  await run(reward('C', REIMBURSEMENT_DAYS), reward('D', REIMBURSEMENT_DAYS - 3));
  await night();
  const before = await told();
  await moveTo(LATER_DAY);
  await night();
  const { redemptions } = (
    await app.http.get('/reimbursements/redemptions?state=NOT_REIMBURSED').set(as()).expect(200)
  ).body;
  const overdue = {
    exceptions: 1,
    by_code: { NOT_REIMBURSED: 1 },
    redemption_ids: [redemptions[0].redemption_id],
  };
  expect(await told()).toEqual([...before, overdue]);
  await night();
  expect(await told()).toHaveLength(before.length + 1);
});

test('of all processes that come in one night one tells, and who listens from later on is told nothing old', async () => {
  await run(reward('E', LAG_DAYS), reward('F', LAG_DAYS + 40));
  await moveTo(LATER_DAY);
  await app.container.dateWatch.look();
  expect(await told()).toEqual([]);
  await subscribe();
  await Promise.all([1, 2, 3].map(() => app.container.dateWatch.look()));
  expect(await told()).toEqual([expect.objectContaining({ exceptions: 1, by_code: expect.anything() })]);
});
