// Closing a month: what is open has to be known, what is closed stays as it is, and opening it again takes a reason.
import type { JobWire, PeriodPreviewWire, PeriodWire, ResultRowWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../platform/database/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const reward = (id: string, date: string, amount: number, more: object = {}) => ({
  transaction_id: id,
  customer_name: `Patient ${id}`,
  amount,
  date,
  program: 'alle',
  location: 'Quay',
  ...more,
});
const BOOKS = {
  reward_transactions: [
    reward('M-1', '2026-03-02', 40),
    reward('M-2', '2026-03-31', 60, { program: 'evolus' }),
    reward('M-3', '2026-03-15', 25, { location: 'Hill' }),
    reward('A-1', '2026-04-01', 30),
  ],
  pos_transactions: [{ transaction_id: 'P-1', customer_name: 'Zed Quill', amount: 999, date: '2024-01-02' }],
  threshold: 1,
};
const WRITE_OFF = { verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' };

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
let rows: ResultRowWire[];
let quayId: string;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  const location = { name: 'Quay', time_zone: 'America/New_York' };
  const made = await app.http.post('/organizations/current/locations').set(as('admin')).send(location);
  quayId = made.body.location_id;
  ({ jobId, rows } = await reconcileToEnd(app, spa, BOOKS));
});

type Member = keyof TestOrganization['members'];
const as = (role: Member) => spa.members[role].authorization;
const idOf = (id: string): string =>
  rows.find(({ reward_transaction }) => reward_transaction?.transaction_id === id)!.result_id;
const pathOf = (id: string) => `/reconcile/jobs/${jobId}/results/${idOf(id)}/decision`;
const propose = (id: string) => app.http.post(pathOf(id)).set(as('reviewer')).send(WRITE_OFF);
const preview = async (query = 'month=2026-03'): Promise<PeriodPreviewWire> =>
  (await app.http.get(`/periods/preview?${query}`).set(as('viewer')).expect(200)).body;
const close = (body: object, role: Member = 'manager') => app.http.post('/periods').set(as(role)).send(body);
const closeAll = async (scope: { month: string; program?: string; location_id?: string }) => {
  const query = new URLSearchParams(scope as Record<string, string>).toString();
  const { open_items_digest } = await preview(query);
  const { body } = await close({ ...scope, acknowledged_digest: open_items_digest }).expect(201);
  return body as PeriodWire;
};
const reopen = (id: string, role: Member = 'admin') =>
  app.http.post(`/periods/${id}/reopen`).set(as(role)).send({ reason: 'A late remittance of March.' });

test('a month lists what is open in it, the dearest first, and is not closed over it unawares', async () => {
  const { figures, is_over, open_items } = await preview();
  expect(is_over).toBe(true);
  expect(figures).toMatchObject({ rewards: 3, reward_amount: 125, open: 3, open_amount: 125 });
  expect(open_items.map(({ result_id }) => result_id)).toEqual(['M-2', 'M-1', 'M-3'].map(idOf));
  expect(open_items[1]).toMatchObject({ job_id: jobId, happened_on: '2026-03-02', state: 'MISSING' });
  expect(JSON.stringify(open_items)).not.toContain('Patient');
  const { body } = await close({ month: '2026-03' }).expect(409);
  expect(body).toMatchObject({ code: 'period.open_items' });
  expect(body.detail).toContain('3 rows are open, $125.00 in all.');
});

test('open items that were acknowledged are closed over, but only as they were seen', async () => {
  const { open_items_digest } = await preview();
  await app.http.post(pathOf('M-1')).set(as('reviewer')).send(WRITE_OFF).expect(200);
  const stale = await close({ month: '2026-03', acknowledged_digest: open_items_digest }).expect(409);
  expect(stale.body.detail).toContain('not the ones that were acknowledged');
  const period = await closeAll({ month: '2026-03' });
  expect(period).toMatchObject({
    month: '2026-03',
    is_closed: true,
    closed_by: 'The manager',
    figures: { open: 3, awaiting_approval: 1 },
  });
});

test('a month with nothing open is closed at once', async () => {
  for (const id of ['M-1', 'M-2', 'M-3']) {
    await propose(id).expect(200);
    await app.http
      .post(`${pathOf(id)}/approval`)
      .set(as('manager'))
      .expect(200);
  }
  const { body } = await close({ month: '2026-03' }).expect(201);
  expect(body.figures).toMatchObject({ open: 0, written_off: 3, written_off_amount: 125 });
});

test('a month that is not over where the spa is stays open', async () => {
  const { body } = await close({ month: '2099-01' }).expect(409);
  expect(body.code).toBe('period.not_over');
});

test('decisions in a closed month are refused, naming the month; those of other months are not', async () => {
  await propose('M-1').expect(200);
  await closeAll({ month: '2026-03' });
  const refused = [
    await propose('M-2'),
    await app.http.delete(pathOf('M-1')).set(as('reviewer')),
    await app.http.post(`${pathOf('M-1')}/approval`).set(as('manager')),
    await app.http.post(`/reconcile/jobs/${jobId}/undo`).set(as('manager')),
  ];
  for (const { body, status } of refused) {
    expect([status, body.code]).toEqual([409, 'period.closed']);
    expect(body.detail).toBe('March 2026 is closed. Reopen it first.');
  }
  await propose('A-1').expect(200);
});

test('a sale of a closed month is neither given to a reward of another month nor taken from it', async () => {
  const sale = reward('S-1', '2026-03-28', 75, { customer_name: 'Dora Lindqvist' });
  const { transaction_id: _, ...other } = sale;
  const run = await reconcileToEnd(app, spa, {
    ...BOOKS,
    reward_transactions: [reward('A-1', '2026-04-01', 30), reward('A-2', '2026-04-02', 30)],
    pos_transactions: [sale, { ...other, transaction_id: 'S-2', date: '2026-03-29' }],
  });
  const resultOf = (id: string) =>
    run.rows.find(
      ({ pos_transaction, reward_transaction }) =>
        (reward_transaction ?? pos_transaction)?.transaction_id === id,
    )!.result_id;
  const decisionOf = (id: string) => `/reconcile/jobs/${run.jobId}/results/${resultOf(id)}/decision`;
  const pair = (id: string, saleId: string) =>
    app.http
      .post(decisionOf(id))
      .set(as('reviewer'))
      .send({ verdict: 're_paired', pos_result_id: resultOf(saleId), note: 'The rest was paid in cash.' });
  await pair('A-1', 'S-1').expect(200);
  await closeAll({ month: '2026-03' });
  expect((await pair('A-2', 'S-2').expect(409)).body.code).toBe('period.closed');
  const { body } = await app.http.delete(decisionOf('A-1')).set(as('reviewer')).expect(409);
  expect(body.code).toBe('period.closed');
});

test('a member without patient access reads no cell in what is open', async () => {
  const { open_items: inFull } = await preview();
  expect(inFull[0]!.location).toBe('Quay');
  await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query('UPDATE memberships SET patient_access = false WHERE user_id = $1', [
      spa.members.viewer.userId,
    ]),
  );
  const { open_items } = await preview();
  expect(open_items).toEqual(inFull.map((item) => ({ ...item, location: null })));
});

test('a close holds its location and program only', async () => {
  await closeAll({ month: '2026-03', location_id: quayId, program: 'alle' });
  const { body } = await propose('M-1').expect(409);
  expect(body.detail).toBe('March 2026, Quay, Allē is closed. Reopen it first.');
  await propose('M-2').expect(200);
  await propose('M-3').expect(200);
  expect((await close({ month: '2026-03', location_id: quayId, program: 'alle' })).body.code).toBe(
    'period.closed',
  );
  const wider = await closeAll({ month: '2026-03', program: 'alle' });
  expect(wider.location_name).toBeNull();
});

test('a location that is renamed takes its closed months along', async () => {
  await closeAll({ month: '2026-03', location_id: quayId });
  const path = `/organizations/current/locations/${quayId}`;
  await app.http.patch(path).set(as('admin')).send({ name: 'Harbor' }).expect(200);
  await propose('M-1').expect(409);
});

test('a reopened month takes decisions again; who, when and why stay on record', async () => {
  const { period_id } = await closeAll({ month: '2026-03' });
  await reopen(period_id, 'manager').expect(403);
  expect((await reopen(period_id).expect(200)).body).toMatchObject({
    is_closed: false,
    reopened_by: 'The admin',
    reopen_reason: 'A late remittance of March.',
  });
  expect((await reopen(period_id).expect(409)).body.code).toBe('period.not_closed');
  await propose('M-1').expect(200);
  const { body } = await app.http.get('/periods?month=2026-03').set(as('viewer')).expect(200);
  expect(body.periods).toHaveLength(1);
  await closeAll({ month: '2026-03' });
  const events = await app.http.get('/audit?limit=50').set(as('admin')).expect(200);
  const actions = events.body.events.map(({ action }: { action: string }) => action);
  expect(actions.filter((action: string) => action.startsWith('period.'))).toEqual([
    'period.closed',
    'period.reopened',
    'period.closed',
  ]);
});

test('a reason to reopen has to be one', async () => {
  const { period_id } = await closeAll({ month: '2026-03' });
  const { body } = await app.http
    .post(`/periods/${period_id}/reopen`)
    .set(as('admin'))
    .send({ reason: 'oops' })
    .expect(422);
  expect(body.errors[0].field).toBe('reason');
});

test('a close and a decision at the same moment do not both happen', async () => {
  const months = ['2025-01', '2025-02', '2025-05', '2025-06', '2025-07'];
  const run = await reconcileToEnd(app, spa, {
    ...BOOKS,
    reward_transactions: months.map((month) => reward(month, `${month}-10`, 40)),
  });
  for (const month of months) {
    const row = run.rows.find(({ reward_transaction: own }) => own?.transaction_id === month)!;
    const { open_items_digest } = await preview(`month=${month}`);
    const path = `/reconcile/jobs/${run.jobId}/results/${row.result_id}/decision`;
    const [closed, decided] = await Promise.all([
      close({ month, acknowledged_digest: open_items_digest }),
      app.http.post(path).set(as('reviewer')).send(WRITE_OFF),
    ]);
    // Whoever was second saw what the first had done.
    const codes = [closed.body.code, decided.body.code];
    expect([
      [undefined, 'period.closed'],
      ['period.open_items', undefined],
    ]).toContainEqual(codes);
  }
});

test('of twenty who close one month at once, exactly one does', async () => {
  const { open_items_digest } = await preview();
  const body = { month: '2026-03', acknowledged_digest: open_items_digest };
  const answers = await Promise.all(Array.from({ length: 20 }, () => close(body)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const others = answers.filter(({ status }) => status !== 201);
  expect(others.every(({ body: { code } }) => code === 'period.closed')).toBe(true);
});

describe('a file', () => {
  const MARCH =
    'transaction_id,customer_name,amount,date,location\r\nX-1,Ana Reyes,40.00,2026-03-02,Quay\r\n';
  const upload = (content: string) =>
    app.http
      .post('/upload/reward-transactions')
      .set(as('reviewer'))
      .attach('file', Buffer.from(content), 'rewards.csv');

  beforeEach(async () => {
    await upload(MARCH).expect(200);
    await closeAll({ month: '2026-03' });
  });

  test('that was imported before a close is imported again, with later months besides', async () => {
    await upload(`${MARCH}X-9,Ben Okafor,60.00,2026-04-02,Quay\r\n`).expect(200);
  });

  test.each([
    ['changes a row of a closed month', MARCH.replace('40.00', '45.00')],
    ['names another patient in a closed month', MARCH.replace('Ana Reyes', 'Ana Rey')],
    ['adds a row to a closed month', `${MARCH}X-1,Ana Reyes,40.00,2026-03-02,Quay\r\n`],
  ])('that %s is refused whole, naming the month and the line', async (_what, content) => {
    const { body } = await upload(content).expect(409);
    expect(body.code).toBe('period.closed');
    expect(body.detail).toContain('March 2026 is closed. One row is new or changed.');
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0].field).toMatch(/^row [23]$/);
    const { body: listed } = await app.http.get('/uploads').set(as('viewer')).expect(200);
    expect(listed.uploads).toHaveLength(1);
  });

  test('takes no row out of a closed month by being read another way', async () => {
    const { body: listed } = await app.http.get('/uploads').set(as('viewer')).expect(200);
    const { body } = await app.http
      .put(`/uploads/${listed.uploads[0].upload_id}/mapping`)
      .set(as('reviewer'))
      .send({ columns: [{ column_index: 3, field: 'ignore' }] })
      .expect(409);
    expect(body.code).toBe('period.closed');
  });

  test('is not the way around: transactions in a request are held to it too', async () => {
    const start = (books: object) => app.http.post('/reconcile/start').set(as('manager')).send(books);
    await start(BOOKS).expect(202);
    const books = { ...BOOKS, reward_transactions: [reward('N-1', '2026-03-09', 10)] };
    const { body } = await start(books).expect(409);
    expect(body.code).toBe('period.closed');
  });
});

describe('a run over files that have rows of a closed month', () => {
  const SALE = { customer_phone: '5550100001', customer_name: 'Dora Lindqvist' };
  const again = (books: object) => reconcileToEnd(app, spa, { ...BOOKS, ...books });
  const own = ({ pos_transaction: pos, reward_transaction: own }: ResultRowWire) =>
    (own ?? pos)?.transaction_id;
  const jobOf = async (id: string) =>
    (await app.http.get(`/reconcile/jobs/${id}`).set(as('viewer')).expect(200)).body as JobWire;

  test('leaves them as they were closed, goes on with the others, and says what it left out', async () => {
    await closeAll({ month: '2026-03', program: 'alle' });
    const run = await again({});
    expect(run.rows.map(own).sort()).toEqual(['A-1', 'M-2', 'P-1']);
    expect((await jobOf(run.jobId)).left_out).toEqual([{ period: 'March 2026, Allē', rewards: 2, pos: 0 }]);
    expect((await preview('month=2026-03')).figures).toMatchObject({ rewards: 3, open: 3 });
  });

  test('gives no sale that a closed month has to a reward of an open one', async () => {
    const books = {
      reward_transactions: [reward('M-9', '2026-03-31', 75, SALE), reward('A-9', '2026-04-01', 75, SALE)],
      pos_transactions: [reward('S-9', '2026-03-31', 75, SALE)],
    };
    const first = await again(books);
    const march = first.rows.find((row) => own(row) === 'M-9')!;
    await app.http
      .post(`/reconcile/jobs/${first.jobId}/results/${march.result_id}/decision`)
      .set(as('reviewer'))
      .send({ verdict: 'approved' })
      .expect(200);
    await closeAll({ month: '2026-03' });
    const { rows: later } = await again(books);
    expect(later.map((row) => [own(row), row.pos_transaction])).toEqual([['A-9', null]]);
  });

  test('finds the sale of a closed month that nothing had claimed, for a redemption entered later', async () => {
    const sale = reward('S-9', '2026-03-31', 75, SALE);
    await again({ pos_transactions: [sale] });
    await closeAll({ month: '2026-03' });
    const run = await again({
      reward_transactions: [reward('A-9', '2026-04-02', 75, SALE)],
      pos_transactions: [sale, reward('S-8', '2026-04-09', 10)],
    });
    expect(run.rows.map((row) => [own(row), row.pos_transaction?.transaction_id])).toEqual([
      ['A-9', 'S-9'],
      ['S-8', 'S-8'],
    ]);
    expect((await jobOf(run.jobId)).left_out).toEqual([]);
  });

  test('names unreadable rows at their place among those that are left', async () => {
    const lines = [
      'X-1,Ana Reyes,40.00,2026-03-02',
      'X-2,Ben Okafor,n/a,2026-04-02',
      'X-3,Cy Low,9.00,2026-04-03',
    ];
    const file = ['transaction_id,customer_name,amount,date', ...lines].join('\n');
    const { body } = await app.http
      .post('/upload/reward-transactions')
      .set(as('reviewer'))
      .attach('file', Buffer.from(file), 'rewards.csv')
      .expect(200);
    await closeAll({ month: '2026-03' });
    const run = await again({ reward_transactions: undefined, reward_upload_id: body.upload_id });
    expect(run.rows.map((row) => row.unreadable?.transaction_id ?? own(row))).toEqual(['X-2', 'X-3', 'P-1']);
  });

  test('is refused when it has no reward of an open month, naming the months', async () => {
    await closeAll({ month: '2026-03', program: 'alle' });
    await closeAll({ month: '2026-03', program: 'evolus' });
    const [first, second] = BOOKS.reward_transactions;
    const { body } = await app.http
      .post('/reconcile/start')
      .set(as('manager'))
      .send({ ...BOOKS, reward_transactions: [first, second] })
      .expect(409);
    expect(body.code).toBe('period.closed');
    expect(body.detail).toContain('March 2026, Allē; March 2026, Evolus Rewards');
  });
});

test('what is no month is told in words, in a query and in a body', async () => {
  const words = [{ field: 'month', message: 'must be a month such as 2026-03' }];
  const asked = await app.http.get('/periods/preview?month=2026-13').set(as('manager')).expect(422);
  expect(asked.body.errors).toEqual(words);
  const closed = await app.http.post('/periods').set(as('manager')).send({ month: '2026-13' }).expect(422);
  expect(closed.body.errors).toEqual(words);
});
