// A file may repeat what a closed month holds, and may not change it.
import { app, as, BOOKS, closeAll, quayId, reward, setUpMarch } from './testing/march.ts';

setUpMarch();

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

test('a location that is called otherwise since its month was closed has nothing new in it under either name', async () => {
  await closeAll({ month: '2026-03', location_id: quayId });
  const path = `/organizations/current/locations/${quayId}`;
  await app.http.patch(path).set(as('admin')).send({ name: 'Quay Street' }).expect(200);
  for (const location of ['Quay', 'quay street']) {
    const rewards = [reward('N-1', '2026-03-09', 10, { location }), reward('N-2', '2026-04-09', 10)];
    const { body } = await app.http
      .post('/reconcile/start')
      .set(as('manager'))
      .send({ ...BOOKS, reward_transactions: rewards })
      .expect(409);
    expect(body.code).toBe('period.closed');
  }
});
