// Webhooks hear of what has opened: once, and not of what somebody has closed.
import { currentEntityManager } from '../../../platform/database/index.ts';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../../testing/index.ts';

const ANA = {
  transaction_id: 'R-1',
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  customer_email: 'ana@example.test',
  amount: 40,
  date: '2026-03-02',
  program: 'alle',
  service: 'Botox',
};
const BEA = {
  ...ANA,
  transaction_id: 'R-2',
  customer_name: 'Bea Stone',
  customer_phone: '5550100077',
  customer_email: 'bea@example.test',
  amount: 60,
  date: '2026-03-20',
};
const SALE = { ...ANA, transaction_id: 'P-1' };
const WRITE_OFF = { verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' };

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  await app.http
    .post('/webhooks')
    .set(spa.members.admin.authorization)
    .send({ url: 'http://127.0.0.1:9/', events: ['exception.opened'] })
    .expect(201);
});

const run = (rewards: object[], sale: object = SALE, threshold = 0.9): Promise<FinishedRun> =>
  reconcileToEnd(app, spa, { reward_transactions: rewards, pos_transactions: [sale], threshold });

const decide = (of: FinishedRun, id: string, decision: object) =>
  app.http.post(of.pathOf(id)).set(spa.members.reviewer.authorization).send(decision).expect(200);

/** Which rows were told of, message by message: their job and their ids. */
async function told(): Promise<[string, string[]][]> {
  const rows = await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query<{ payload: string }[]>(
      `SELECT payload FROM webhook_deliveries WHERE type = 'exception.opened' ORDER BY created_at`,
    ),
  );
  return rows.map(({ payload }) => {
    const { data } = JSON.parse(payload);
    expect(data.exceptions).toBe(data.result_ids.length);
    return [data.job_id, data.result_ids];
  });
}

test('what is open is told of by the run that finds it, and not again by one that finds it again', async () => {
  const first = await run([ANA, BEA]);
  const expected = [[first.jobId, [first.rowOf('R-2').result_id]]];
  expect(await told()).toEqual(expected);
  await run([ANA, BEA]);
  expect(await told()).toEqual(expected);
});

test('what was written off is no news to the next run; when it comes again otherwise than it was, it is', async () => {
  const first = await run([ANA, BEA]);
  await decide(first, 'R-2', WRITE_OFF);
  const approval = first.pathOf('R-2', 'decision/approval');
  await app.http.post(approval).set(spa.members.manager.authorization).expect(200);
  const before = await told();
  await run([ANA, BEA]);
  expect(await told()).toEqual(before);
  const changed = await run([ANA, { ...BEA, amount: 65 }]);
  expect(await told()).toEqual([...before, [changed.jobId, [changed.rowOf('R-2').result_id]]]);
});

test('a pair of an earlier run that a corrected sale opens is told of under its own job', async () => {
  const first = await run([ANA], SALE, 1);
  await decide(first, 'R-1', { verdict: 'approved' });
  const before = (await told()).length;
  const SOMEBODY = { ...BEA, transaction_id: 'S-1' };
  const second = await run([SOMEBODY], { ...SALE, amount: 25 }, 1);
  expect(new Map((await told()).slice(before))).toEqual(
    new Map([
      [first.jobId, [first.rowOf('R-1').result_id]],
      [second.jobId, expect.arrayContaining([second.rowOf('S-1').result_id])],
    ]),
  );
});

test('what an undo opens is told of: a decision that had closed what was told, and all that a run had matched', async () => {
  const first = await run([ANA, BEA]);
  const before = await told();
  await decide(first, 'R-1', { verdict: 'rejected' });
  await app.http.delete(first.pathOf('R-1')).set(spa.members.reviewer.authorization).expect(200);
  expect(await told()).toEqual(before);
  await decide(first, 'R-2', WRITE_OFF);
  const approval = first.pathOf('R-2', 'decision/approval');
  await app.http.post(approval).set(spa.members.manager.authorization).expect(200);
  await app.http.delete(first.pathOf('R-2')).set(spa.members.manager.authorization).expect(200);
  const undone = [...before, [first.jobId, [first.rowOf('R-2').result_id]]];
  expect(await told()).toEqual(undone);
  await app.http
    .post(`/reconcile/jobs/${first.jobId}/undo`)
    .set(spa.members.manager.authorization)
    .expect(200);
  expect(await told()).toEqual([...undone, [first.jobId, [first.rowOf('R-1').result_id]]]);
});

test('a redemption that stands again, because a person says so of its void, is told of', async () => {
  const first = await run([ANA, BEA]);
  await run([{ ...BEA, transaction_id: 'V-1', type: 'void', date: '2026-03-21' }], {
    ...SALE,
    transaction_id: 'P-7',
  });
  const before = await told();
  const { body } = await app.http
    .get(`/reconcile/jobs/${first.jobId}/results?limit=100`)
    .set(spa.members.viewer.authorization)
    .expect(200);
  const row = body.results.find(
    ({ reward_transaction: own }: { reward_transaction: { transaction_id: string } | null }) =>
      own?.transaction_id === 'R-2',
  );
  expect(row.is_taken_back).toBe(true);
  await app.http
    .post(first.pathOf('R-2', 'reversal'))
    .set(spa.members.reviewer.authorization)
    .send({ reversal_id: row.reversal.reversal_id, stands: true, reason: 'The portal voided another one.' })
    .expect(200);
  expect(await told()).toEqual([...before, [first.jobId, [row.result_id]]]);
});
