// Webhooks hear of what only the date opens, once a night and once each. The day turns by moving the clinic around the earth:
// Kiritimati and Pago Pago are 25 hours apart, so their days always differ.
import { currentEntityManager } from '../../platform/database/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { night as nextNight, subscribe, told as toldTo } from './testing/nights.ts';

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
/** Also one that this server does not know: the API would refuse it, a server with older zones may find it. */
const keepClock = ({ organizationId }: TestOrganization, zone: string): Promise<unknown> =>
  app.platform.database.withinOrganization(organizationId, () =>
    currentEntityManager().query('UPDATE organizations SET time_zone = $1', [zone]),
  );
const night = () => nextNight(app, spa);
const told = () => toldTo(app, spa);

test('a row that was told of as expected is told of once more when its days are over', async () => {
  await subscribe(app, spa);
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
  await subscribe(app, spa);
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
  await subscribe(app, spa);
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
  await subscribe(app, spa);
  await Promise.all([1, 2, 3].map(() => app.container.dateWatch.look()));
  expect(await told()).toEqual([expect.objectContaining({ exceptions: 1, by_code: expect.anything() })]);
});

test('where one organization fails, the others are told all the same, and that one when it is well again', async () => {
  const spas = [spa, await app.createOrganization()] as const;
  for (const each of spas) {
    await subscribe(app, each);
    spa = each;
    await moveTo(LATER_DAY);
    await run(reward('G', REIMBURSEMENT_DAYS));
  }
  const timesTold = async (each: TestOrganization): Promise<number> =>
    (await toldTo(app, each)).filter((message) => 'redemption_ids' in message).length;
  // Whichever of the two is looked at first: each fails once.
  const expected = [
    [0, 1],
    [1, 1],
  ];
  for (const [turn, broken] of spas.entries()) {
    await keepClock(broken, 'Atlantis/Poseidonis');
    await app.container.dateWatch.look();
    expect(await Promise.all(spas.map(timesTold))).toEqual(expected[turn]);
    await keepClock(broken, LATER_DAY);
  }
});
