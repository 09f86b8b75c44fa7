// Which dollar is for which redemption: found by the run, chosen by a person, and never twice.
import type { AuditEventWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../platform/database/index.ts';
import { reconcileToEnd } from '../../testing/index.ts';
import {
  app,
  as,
  BOOKS,
  choose,
  daysAgo,
  payments,
  redemptions,
  settle,
  setUpRedemptions,
  spa,
  summary,
  upload,
} from './testing/remittance.ts';

setUpRedemptions();

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

test('the log has what a run of settling came to, in dollars', async () => {
  await upload().expect(200);
  await settle();
  const { body } = await app.http.get('/audit').set(as('admin')).expect(200);
  const events = Object.values(body).find(Array.isArray) as AuditEventWire[];
  expect(events.find(({ action }) => action === 'settlement.completed')?.detail).toEqual({
    payments: 3,
    settled: 1,
    review: 1,
    unexplained: 1,
    settled_amount: 31,
  });
});

test('webhooks are told once of the payments that wait for a person', async () => {
  await app.http
    .post('/webhooks')
    .set(as('admin'))
    .send({ url: 'http://127.0.0.1:9/', events: ['exception.opened'] })
    .expect(201);
  await upload().expect(200);
  const { settlement_id } = await settle();
  await settle();
  const told = await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query<{ payload: string }[]>('SELECT payload FROM webhook_deliveries'),
  );
  const { 'X-1': inDoubt } = await payments();
  expect(told.map(({ payload }) => JSON.parse(payload).data)).toEqual([
    { settlement_id, exceptions: 1, by_code: { AMBIGUOUS: 1 }, payment_ids: [inDoubt!.payment_id] },
  ]);
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
    detail: 'Chosen by a person, $10.00 short then; nothing was left for 1 of the chosen redemptions',
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

test('a key that may settle and not read is answered without names', async () => {
  await upload().expect(200);
  await settle();
  const { 'X-1': payment } = await payments();
  const { 'S-2': redemption } = await redemptions();
  const { body: key } = await app.http
    .post('/auth/api-keys')
    .set(as('admin'))
    .send({ name: 'Robot', permissions: ['reimbursements:settle'] })
    .expect(201);
  const { body } = await app.http
    .post(`/reimbursements/payments/${payment!.payment_id}/settlement`)
    .set('X-API-Key', key.key)
    .send({ redemption_ids: [redemption!.redemption_id] })
    .expect(200);
  const { customer_name: name, transaction_id: id } = redemption!.transaction;
  expect(body.redemptions[0].transaction.amount).toBe(redemption!.transaction.amount);
  for (const cell of [name, id]) expect(JSON.stringify(body)).not.toContain(cell);
});
