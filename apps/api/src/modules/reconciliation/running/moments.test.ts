// Systems that send JSON write the moment of a sale on a clock of their own. It belongs to the day on the wall of the clinic.
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  const { authorization } = spa.members.admin;
  const places = { Atoll: 'Pacific/Kiritimati', Downtown: 'America/New_York' };
  for (const [name, time_zone] of Object.entries(places))
    await app.http
      .post('/organizations/current/locations')
      .set(authorization)
      .send({ name, time_zone })
      .expect(201);
  await app.http
    .patch('/organizations/current')
    .set(authorization)
    .send({ time_zone: 'America/Los_Angeles' })
    .expect(200);
});
afterAll(() => app.close());

const MOMENTS: [date: string, location: string | undefined, onTheWall: string][] = [
  ['2026-01-16T04:59:59Z', ' downtown', '2026-01-15T23:59:59'],
  ['2026-01-16T05:00:00Z', 'Downtown', '2026-01-16'],
  ['2026-01-16T00:00:00Z', 'Downtown', '2026-01-15T19:00:00'],
  ['2026-01-15T23:30:00-05:00', 'Downtown', '2026-01-15T23:30:00'],
  ['2026-01-15T23:30:00-05:00', undefined, '2026-01-15T20:30:00'],
  ['2026-01-16T08:00:00Z', 'Nowhere', '2026-01-16'],
  ['2026-01-15T10:00:00Z', 'Atoll', '2026-01-16'],
  // Clocks go forward in New York on 8 March 2026, and back on 1 November.
  ['2026-03-08T06:59:59Z', 'Downtown', '2026-03-08T01:59:59'],
  ['2026-03-08T07:00:00Z', 'Downtown', '2026-03-08T03:00:00'],
  ['2026-03-09T03:59:59Z', 'Downtown', '2026-03-08T23:59:59'],
  ['2026-03-09T04:00:00Z', 'Downtown', '2026-03-09'],
  ['2026-11-02T04:59:59Z', 'Downtown', '2026-11-01T23:59:59'],
  ['2026-11-02T05:00:00Z', 'Downtown', '2026-11-02'],
  // What says no offset is as somebody read it off the wall.
  ['2026-01-16', 'Downtown', '2026-01-16'],
  ['2026-01-16T04:59:59', 'Downtown', '2026-01-16T04:59:59'],
];

test('a moment is stored as the day and hour at its location, else those of the organization; a plain day stays', async () => {
  const { rows } = await reconcileToEnd(app, spa, {
    reward_transactions: MOMENTS.map(([date, location], index) => ({
      transaction_id: `R-${index}`,
      customer_name: `Patient ${index}`,
      amount: 40 + index,
      date,
      ...(location === undefined ? {} : { location }),
    })),
    pos_transactions: [{ customer_name: 'Zed Quill', amount: 999, date: '2024-01-02' }],
  });
  const stored = rows.flatMap(({ reward_transaction: reward }) => reward?.date ?? []);
  expect(stored).toEqual(MOMENTS.map(([, , onTheWall]) => onTheWall));
});

test('a prediction compares the days at the locations, too', async () => {
  const pairAt = async (date: string) => {
    const sale = { customer_name: 'Ana Reyes', amount: 40, location: 'Downtown' };
    const { body } = await app.http
      .post('/predict')
      .set(spa.members.reviewer.authorization)
      .send({ reward_transaction: { ...sale, date }, pos_transaction: { ...sale, date: '2026-01-15' } })
      .expect(200);
    return body.match_probability;
  };
  expect(await pairAt('2026-01-16T03:30:00Z')).toBe(await pairAt('2026-01-15'));
});
