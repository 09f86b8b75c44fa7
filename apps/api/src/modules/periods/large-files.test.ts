// A month that is closed costs no import of thousands of rows more than a look at each of them: a statement that the
// planner gets wrong is ended by the database, and the import with it.
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const ROWS = 20_000;
const MINUTES = 60_000;

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  const { authorization } = spa.members.manager;
  await app.http.post('/periods').set(authorization).send({ month: '2020-01' }).expect(201);
});

const fileOf = (rows: readonly (readonly [id: string, date: string])[]): Buffer =>
  Buffer.from(
    [
      'transaction_id,customer_name,amount,date',
      ...rows.map(([id, date]) => `${id},Patient ${id},40.00,${date}`),
    ].join('\n'),
  );
const rowsOf = (name: string): [string, string][] =>
  Array.from({ length: ROWS }, (_, index) => [
    `${name}-${index}`,
    `2026-03-${String((index % 28) + 1).padStart(2, '0')}`,
  ]);
const upload = (side: string, file: Buffer) =>
  app.http
    .post(`/upload/${side}-transactions`)
    .set(spa.members.reviewer.authorization)
    .attach('file', file, `${side}.csv`);

test(
  'a file of 20,000 rows is imported beside a closed month, again with changes, and reconciled',
  async () => {
    const rows = rowsOf('R');
    await upload('reward', fileOf(rows)).expect(200);
    const changed = rows.map(([id], index) => [id, index % 2 === 0 ? '2026-04-01' : '2026-03-01'] as const);
    const reward = await upload('reward', fileOf(changed)).expect(200);
    const pos = await upload('pos', fileOf(rowsOf('P').slice(0, 500))).expect(200);
    const { body } = await upload('reward', fileOf([...changed, ['R-x', '2020-01-05']])).expect(409);
    expect(body).toMatchObject({ code: 'period.closed', errors: [{ field: `row ${ROWS + 2}` }] });
    await reconcileToEnd(app, spa, {
      reward_upload_id: reward.body.upload_id,
      pos_upload_id: pos.body.upload_id,
    });
  },
  5 * MINUTES,
);
