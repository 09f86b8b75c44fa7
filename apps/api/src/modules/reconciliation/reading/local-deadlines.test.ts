// A day is over at midnight where the clinic is: between the first place of the earth to see a day and the last lie two.
import { reconcileToEnd, startTestApp, type TestApp } from '../../../testing/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());

// Kiritimati and Pago Pago are 25 hours apart, so their days always differ; neither has daylight saving.
const dayWith = (offsetHours: number): string =>
  new Date(Date.now() + offsetHours * 3_600_000).toISOString().slice(0, 10);
const before = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);

test('a reward is missing once its lag is over at its own location, and not before', async () => {
  const spa = await app.createOrganization();
  const { authorization } = spa.members.admin;
  const places = { Atoll: 'Pacific/Kiritimati', Bay: 'Pacific/Pago_Pago' };
  for (const [name, time_zone] of Object.entries(places))
    await app.http
      .post('/organizations/current/locations')
      .set(authorization)
      .send({ name, time_zone })
      .expect(201);
  // Five days of lag end at the end of this day in Pago Pago; in Kiritimati it is over.
  const date = before(dayWith(-11), 5);
  const reward = (id: string, location?: string) => ({
    transaction_id: id,
    customer_name: `Patient ${id}`,
    amount: 40,
    date,
    program: 'alle',
    ...(location === undefined ? {} : { location }),
  });
  const { jobId } = await reconcileToEnd(app, spa, {
    reward_transactions: [reward('A', ' ATOLL'), reward('B', 'Bay'), reward('N')],
    pos_transactions: [{ customer_name: 'Zed Quill', amount: 999, date: '2024-01-02' }],
    threshold: 1,
  });
  const states = async (): Promise<Record<string, string>> => {
    const path = `/reconcile/jobs/${jobId}/results?side=reward`;
    const { body } = await app.http.get(path).set(authorization).expect(200);
    return Object.fromEntries(
      body.results.map((row: { reward_transaction: { transaction_id: string }; state: string }) => [
        row.reward_transaction.transaction_id,
        row.state,
      ]),
    );
  };
  expect(await states()).toMatchObject({ A: 'MISSING', B: 'EXPECTED' });
  const moveTo = (time_zone: string | null) =>
    app.http.patch('/organizations/current').set(authorization).send({ time_zone }).expect(200);
  await moveTo('Pacific/Kiritimati');
  expect((await states()).N).toBe('MISSING');
  await moveTo('Pacific/Pago_Pago');
  expect(await states()).toEqual({ A: 'MISSING', B: 'EXPECTED', N: 'EXPECTED' });
});

test.each(['Mars/Olympus', '+05:00', ''])('%j is no time zone', async (time_zone) => {
  const spa = await app.createOrganization();
  const { body } = await app.http
    .patch('/organizations/current')
    .set(spa.members.admin.authorization)
    .send({ time_zone })
    .expect(422);
  expect(body.errors[0].field).toBe('time_zone');
});
