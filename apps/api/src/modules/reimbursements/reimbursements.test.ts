// The third leg: what was redeemed, what the manufacturer paid, and which dollar is for which redemption.
import type {
  PaymentWire,
  ProgramReimbursementsWire,
  RedemptionWire,
  SettlementWire,
} from '@medspasync/schemas';
import {
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
  untilSettled,
} from '../../testing/index.ts';

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const redeemed = (id: string, days: number, amount: number, program = 'alle') => ({
  transaction_id: id,
  customer_name: `Patient ${id}`,
  amount,
  date: daysAgo(days),
  program,
});
const BOOKS = {
  reward_transactions: [
    redeemed('R-1', 40, 20),
    redeemed('R-2', 39, 35),
    redeemed('R-3', 38, 11),
    redeemed('E-1', 50, 40, 'evolus'),
    redeemed('E-2', 5, 40, 'evolus'),
    redeemed('S-1', 20, 30, 'aspire'),
    redeemed('S-2', 19, 20, 'aspire'),
    redeemed('S-3', 18, 20, 'aspire'),
  ],
  pos_transactions: [{ transaction_id: 'P-1', customer_name: 'Zed Quill', amount: 999, date: '2024-01-02' }],
  threshold: 1,
};
const REMITTANCE = [
  'Remittance ID,Payment Date,Amount,Program',
  `L-1,${daysAgo(10)},31.00,Allē`,
  `X-1,${daysAgo(9)},20.00,Aspire`,
  `T-1,${daysAgo(8)},-5.00,Allē`,
].join('\r\n');

let app: TestApp;
let spa: TestOrganization;
let books: Awaited<ReturnType<typeof reconcileToEnd>>;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  books = await reconcileToEnd(app, spa, BOOKS);
});

type Member = keyof TestOrganization['members'];
const as = (role: Member) => spa.members[role].authorization;
const upload = (content = REMITTANCE, query = '') =>
  app.http
    .post(`/upload/reimbursements${query}`)
    .set(as('reviewer'))
    .attach('file', Buffer.from(content), 'remittance.csv');
const settle = async (): Promise<SettlementWire> => {
  const { body } = await app.http.post('/reimbursements/settlements').set(as('reviewer')).expect(202);
  return untilSettled(app, spa, body.settlement_id);
};
const payments = async (): Promise<Record<string, PaymentWire>> => {
  const { body } = await app.http.get('/reimbursements/payments').set(as('viewer')).expect(200);
  return Object.fromEntries(body.payments.map((one: PaymentWire) => [one.transaction.transaction_id, one]));
};
const redemptions = async (): Promise<Record<string, RedemptionWire>> => {
  const { body } = await app.http.get('/reimbursements/redemptions').set(as('viewer')).expect(200);
  return Object.fromEntries(
    body.redemptions.map((one: RedemptionWire) => [one.transaction.transaction_id, one]),
  );
};
const summary = async (): Promise<ProgramReimbursementsWire[]> => {
  const query = `from=${daysAgo(100).slice(0, 7)}&to=${daysAgo(0).slice(0, 7)}`;
  const { body } = await app.http.get(`/reimbursements/summary?${query}`).set(as('viewer')).expect(200);
  return body.programs;
};
const choose = (paymentId: string, ids: readonly string[], role: Member = 'reviewer') =>
  app.http
    .post(`/reimbursements/payments/${paymentId}/settlement`)
    .set(as(role))
    .send({ redemption_ids: ids });

const cents = (dollars: number): number => Math.round(dollars * 100);

test('a lump is split over the only redemptions that add up to it; what several sets explain waits for a person', async () => {
  const { body } = await upload().expect(200);
  expect(body).toMatchObject({ side: 'reimbursement', transactions_count: 3 });
  expect((await payments())['L-1']).toMatchObject({ result: 'waiting', detail: null });
  expect(await settle()).toMatchObject({
    payments: 3,
    settled: 1,
    review: 1,
    unexplained: 1,
    settled_amount: 31,
  });
  const read = await payments();
  expect(read['L-1']).toMatchObject({ result: 'settled', settled_by: null });
  expect(
    read['L-1']!.redemptions.map(({ amount, transaction }) => [transaction.transaction_id, amount]),
  ).toEqual([
    ['R-1', 20],
    ['R-3', 11],
  ]);
  expect(read['X-1']).toMatchObject({ result: 'review', reason_codes: ['AMBIGUOUS'] });
  expect(
    read['X-1']!.alternatives.map((way) =>
      way.redemptions.map(({ transaction }) => transaction.transaction_id),
    ),
  ).toEqual([['S-2'], ['S-3']]);
  expect(read['T-1']).toMatchObject({ result: 'unexplained', detail: 'Money that was taken back, not paid' });
});

test('each redemption says what came back of it, and when', async () => {
  await upload().expect(200);
  await settle();
  const states = await redemptions();
  expect(states['R-1']).toMatchObject({
    state: 'REIMBURSED',
    reimbursed_amount: 20,
    reimbursed_on: daysAgo(10),
    days_to_reimbursement: 30,
  });
  expect(states['R-2']).toMatchObject({ state: 'NOT_REIMBURSED', expected_on: daysAgo(9), payment_id: null });
  expect(states['E-2']).toMatchObject({ state: 'AWAITED', reimbursed_amount: 0, short_amount: 0 });
});

test('the days a program takes are those of its rule on the day of the redemption', async () => {
  const rule = { program: 'alle', lag_days: 5, claim_window_days: 30, cents_per_point: 10 };
  const set = { ...rule, valid_from: daysAgo(60), reimbursement_days: 90 };
  await app.http.put('/organizations/current/program-rules').set(as('admin')).send(set).expect(200);
  expect((await redemptions())['R-2']!.state).toBe('AWAITED');
  expect((await summary()).find(({ program }) => program === 'alle')!.expected_days).toBe(90);
});

test('a person chooses, a payment that falls short pays the oldest first and nothing of the rest, and an undo leaves it to a person', async () => {
  await upload().expect(200);
  await settle();
  const { 'X-1': payment } = await payments();
  const { 'S-1': first, 'S-2': second } = await redemptions();
  const { body } = await choose(payment!.payment_id, [second!.redemption_id, first!.redemption_id]).expect(
    200,
  );
  expect(body).toMatchObject({
    result: 'settled',
    settled_by: 'The reviewer',
    detail: 'Chosen by a person, $10.00 short; 1 of the chosen redemptions is unpaid',
    short_amount: 10,
    reason_codes: ['REIMBURSED_SHORT'],
  });
  expect(body.redemptions).toHaveLength(1);
  const states = await redemptions();
  expect(states['S-1']).toMatchObject({
    state: 'REIMBURSED_SHORT',
    reimbursed_amount: 20,
    short_amount: 10,
  });
  expect(states['S-2']).toMatchObject({ state: 'AWAITED', payment_id: null, short_amount: 0 });
  const path = `/reimbursements/payments/${payment!.payment_id}/settlement`;
  const undone = await app.http.delete(path).set(as('reviewer')).expect(200);
  expect(undone.body).toMatchObject({ result: 'undone', redemptions: [] });
  expect(undone.body.alternatives[0].amount).toBe(30);
  expect((await app.http.delete(path).set(as('reviewer')).expect(409)).body.code).toBe('payment.not_settled');
  expect((await redemptions())['S-1']!.state).toBe('AWAITED');
  await settle();
  expect((await payments())['X-1']!.result).toBe('undone');
});

test('what does not add up is refused, and says why', async () => {
  await upload().expect(200);
  await settle();
  const { 'L-1': settled, 'T-1': taken, 'X-1': payment } = await payments();
  const { 'E-1': other, 'R-1': paid, 'S-2': own } = await redemptions();
  const id = payment!.payment_id;
  expect((await choose(settled!.payment_id, [own!.redemption_id]).expect(409)).body.code).toBe(
    'payment.not_open',
  );
  expect((await choose(taken!.payment_id, [own!.redemption_id]).expect(409)).body.code).toBe(
    'payment.does_not_add_up',
  );
  const wrong = await choose(id, [paid!.redemption_id, other!.redemption_id]).expect(409);
  expect(wrong.body.errors.map(({ message }: { message: string }) => message)).toEqual([
    'is paid already',
    'is of another program',
    'is of another program',
  ]);
  await choose(id, ['00000000-0000-4000-8000-000000000000']).expect(404);
  await choose(id, [own!.redemption_id], 'viewer').expect(403);
});

test('a redemption that is paid is not written off, and one that is written off is not paid', async () => {
  await upload().expect(200);
  await settle();
  const resultOf = (id: string) =>
    books.rows.find(({ reward_transaction: own }) => own?.transaction_id === id)!.result_id;
  const decisionOf = (id: string) => `/reconcile/jobs/${books.jobId}/results/${resultOf(id)}/decision`;
  const writeOff = (id: string) =>
    app.http
      .post(decisionOf(id))
      .set(as('reviewer'))
      .send({ verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' });
  const { body } = await writeOff('R-1').expect(409);
  expect(body.code).toBe('redemption.paid');
  const { 'S-2': redemption } = await redemptions();
  const { 'X-1': payment } = await payments();
  await writeOff('S-2').expect(200);
  await app.http
    .post(`${decisionOf('S-2')}/approval`)
    .set(as('manager'))
    .expect(200);
  const refused = await choose(payment!.payment_id, [redemption!.redemption_id]).expect(409);
  expect(refused.body.errors).toEqual([
    { field: 'redemption_ids[0]', message: 'is written off: take the write-off back first' },
  ]);
  await app.http.delete(decisionOf('S-2')).set(as('reviewer')).expect(200);
  await writeOff('S-2').expect(200);
  await choose(payment!.payment_id, [redemption!.redemption_id]).expect(200);
  const late = await app.http
    .post(`${decisionOf('S-2')}/approval`)
    .set(as('manager'))
    .expect(409);
  expect(late.body.code).toBe('redemption.paid');
});

test('of twenty who choose for one payment at once, exactly one does', async () => {
  await upload().expect(200);
  await settle();
  const { 'X-1': payment } = await payments();
  const ids = payment!.alternatives.map(({ redemptions: [one] }) => one!.redemption_id);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, turn) => choose(payment!.payment_id, [ids[turn % 2]!])),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ body }) => body.code === 'payment.not_open')).toHaveLength(19);
});

test('a file that comes again, and a run that runs again, pay nothing twice', async () => {
  await upload().expect(200);
  await Promise.all([settle(), settle()]);
  const before = await summary();
  expect((await upload().expect(200)).body.recognized).toEqual({ new: 0, same: 3, changed: 0 });
  await reconcileToEnd(app, spa, BOOKS);
  expect(await settle()).toMatchObject({ settled: 0 });
  expect(await summary()).toEqual(before);
});

test('rows that name no program are of the one the upload names', async () => {
  await upload(`Payment Date,Amount\r\n${daysAgo(10)},31.00`, '?program=alle').expect(200);
  expect(await settle()).toMatchObject({ settled: 1, settled_amount: 31 });
});

test('a file whose payments were settled is not read another way, even once that was taken back', async () => {
  const { body } = await upload(`Payment Date,Amount\r\n${daysAgo(10)},31.00`, '?program=alle').expect(200);
  await settle();
  const columns = [{ column_index: 1, field: 'amount' }];
  const remap = () =>
    app.http.put(`/uploads/${body.upload_id}/mapping`).set(as('reviewer')).send({ columns }).expect(409);
  expect((await remap()).body.code).toBe('upload.in_use');
  const { body: listed } = await app.http.get('/reimbursements/payments').set(as('viewer')).expect(200);
  const path = `/reimbursements/payments/${listed.payments[0].payment_id}/settlement`;
  await app.http.delete(path).set(as('reviewer')).expect(200);
  expect((await remap()).body.code).toBe('upload.in_use');
});

test('a redemption from before any rule of its program is summed up like any other', async () => {
  const old = { ...redeemed('O-1', 0, 20), date: '1969-07-20' };
  await reconcileToEnd(app, spa, { ...BOOKS, reward_transactions: [old] });
  const { body } = await app.http
    .get('/reimbursements/summary?from=1969-01&to=1969-12')
    .set(as('viewer'))
    .expect(200);
  expect(body.programs).toMatchObject([{ program: 'alle', redeemed: 1, expected_days: 30 }]);
});

test('a payment of a closed month is neither settled nor undone', async () => {
  const month = daysAgo(40).slice(0, 7);
  await upload(`Payment Date,Amount\r\n${daysAgo(40)},20.00`, '?program=alle').expect(200);
  const { body: preview } = await app.http
    .get(`/periods/preview?month=${month}`)
    .set(as('viewer'))
    .expect(200);
  const scope = { month, acknowledged_digest: preview.open_items_digest };
  await app.http.post('/periods').set(as('manager')).send(scope).expect(201);
  expect(await settle()).toMatchObject({ payments: 0, settled: 0 });
  const { body } = await app.http.get('/reimbursements/payments').set(as('viewer')).expect(200);
  const { 'R-1': own } = await redemptions();
  const refused = await choose(body.payments[0].payment_id, [own!.redemption_id]).expect(409);
  expect(refused.body.code).toBe('period.closed');
});

test('the summary adds up to the cent: reimbursed, short, awaited and not reimbursed are what was redeemed', async () => {
  await upload().expect(200);
  await settle();
  const { 'X-1': payment } = await payments();
  const { 'S-1': first } = await redemptions();
  await choose(payment!.payment_id, [first!.redemption_id]).expect(200);
  const programs = await summary();
  expect(programs.map(({ program }) => program)).toEqual(['alle', 'aspire', 'evolus']);
  for (const one of programs) {
    const parts = [
      one.reimbursed_amount,
      one.short_amount,
      one.awaited_amount,
      one.not_reimbursed_amount,
    ].map(cents);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(cents(one.redeemed_amount));
    expect(one.reimbursed + one.short + one.awaited + one.not_reimbursed).toBe(one.redeemed);
  }
  const paid = Object.values(await payments()).flatMap(({ redemptions: shares }) => shares);
  const paidCents = paid.reduce((sum, { amount }) => sum + cents(amount), 0);
  expect(programs.reduce((sum, { reimbursed_amount }) => sum + cents(reimbursed_amount), 0)).toBe(paidCents);
  expect(programs[0]).toMatchObject({ reimbursed: 2, reimbursed_amount: 31, average_days: 29 });
  expect(programs[1]).toMatchObject({ short: 1, short_amount: 10, expected_days: 30 });
});
