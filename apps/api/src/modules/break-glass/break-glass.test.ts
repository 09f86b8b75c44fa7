import { BREAK_GLASS_EVENT } from '@medspasync/schemas';
import pg from 'pg';
import { io } from 'socket.io-client';
import { currentEntityManager, QUEUE_SCHEMA } from '../../platform/database/index.ts';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const ROUTE = '/auth/break-glass';
const REASON = 'The only reviewer is ill and the claim is due today.';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
beforeEach(async () => {
  spa = await app.createOrganization();
  await change('UPDATE memberships SET patient_access = false WHERE role = $1', 'manager');
});
afterAll(() => app.close());

const change = (sql: string, ...parameters: unknown[]) =>
  app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query(sql, parameters),
  );

const asManager = () => spa.members.manager.authorization;
const asAdmin = () => spa.members.admin.authorization;
const open = (wanted: object = {}) =>
  app.http
    .post(ROUTE)
    .set(asManager())
    .send({ reason: REASON, ...wanted });
const uploads = () => app.http.get('/uploads').set(asManager());

test('opens patient data for its time and no longer', async () => {
  await uploads().expect(403);
  const { body } = await open({ minutes: 45 }).expect(201);
  expect(Date.parse(body.expires_at) - Date.parse(body.opened_at)).toBe(45 * 60_000);
  await uploads().expect(200);
  await change("UPDATE break_glass SET ended_at = now() - interval '1 second'");
  await uploads().expect(403);
});

test('opens nothing to an API key that whoever opened it has made', async () => {
  await change('UPDATE memberships SET patient_access = false WHERE role = $1', 'admin');
  await app.http.post(ROUTE).set(asAdmin()).send({ reason: REASON }).expect(201);
  await app.http.get('/uploads').set(asAdmin()).expect(200);
  await app.http.get('/uploads').set({ 'X-API-Key': spa.apiKey }).expect(403);
});

test('needs a reason, and never lasts longer than an hour', async () => {
  for (const wanted of [{ reason: 'because' }, { reason: ' '.repeat(20) }, { minutes: 61 }])
    await open(wanted).expect(422);
  const longer = change(
    `INSERT INTO break_glass (organization_id, id, user_id, words, key_id, expires_at)
     VALUES (current_organization_id(), gen_random_uuid(), $1, 'sealed', 'key', now() + interval '61 minutes')`,
    spa.members.manager.userId,
  );
  await expect(longer).rejects.toMatchObject({ code: '23514' });
});

test('is given back early by whoever opened it, and by nobody else', async () => {
  const { body } = await open().expect(201);
  const address = `${ROUTE}/${body.break_glass_id}`;
  await app.http.delete(address).set(asAdmin()).expect(404);
  await app.http.delete(address).set(asManager()).expect(204);
  await uploads().expect(403);
});

test('is looked at afterwards by somebody else, once', async () => {
  const { body } = await open().expect(201);
  const address = `${ROUTE}/${body.break_glass_id}`;
  const review = () =>
    app.http.post(`${address}/review`).set(asAdmin()).send({ note: 'Looked at three rows.' });
  expect((await review().expect(409)).body.code).toBe('break-glass.not-to-review');
  await app.http.delete(address).set(asManager()).expect(204);
  const reviewed = await review().expect(200);
  expect(reviewed.body).toMatchObject({ reviewed_by: 'The admin', review_note: 'Looked at three rows.' });
  await review().expect(409);
});

test('cannot be reviewed by whoever opened it, nor be rewritten or deleted', async () => {
  await open().expect(201);
  const own = change('UPDATE break_glass SET reviewed_by = user_id');
  await expect(own).rejects.toMatchObject({ code: '23514' });
  for (const sql of ['UPDATE break_glass SET opened_at = now()', 'DELETE FROM break_glass'])
    await expect(change(sql)).rejects.toMatchObject({ code: '42501' });
});

test('is for those who otherwise see no patients, and whose role may open it', async () => {
  await app.http.post(ROUTE).set(asAdmin()).send({ reason: REASON }).expect(409);
  await app.http.post(ROUTE).set(spa.members.viewer.authorization).send({ reason: REASON }).expect(403);
});

test('a manager lists the own, an administrator all; another organization none', async () => {
  await open().expect(201);
  const count = async (authorization: { Authorization: string }) =>
    (await app.http.get(ROUTE).set(authorization).expect(200)).body.break_glasses.length;
  const other = await app.createOrganization();
  expect(await count(asManager())).toBe(1);
  expect(await count(asAdmin())).toBe(1);
  expect(await count(other.members.admin.authorization)).toBe(0);
});

test('its reason and its review are read by those who see patients, and by whoever opened it; reading is recorded', async () => {
  const { body } = await open().expect(201);
  const address = `${ROUTE}/${body.break_glass_id}`;
  await app.http.delete(address).set(asManager()).expect(204);
  await app.http
    .post(`${address}/review`)
    .set(asAdmin())
    .send({ note: 'Zoe and Max were read.' })
    .expect(200);
  const words = async (authorization: { Authorization: string }) => {
    const [{ reason, review_note }] = (await app.http.get(ROUTE).set(authorization).expect(200)).body
      .break_glasses;
    return [reason, review_note];
  };
  const recorded = async () =>
    (await change('SELECT payload FROM audit_events ORDER BY seq')).filter(
      ({ payload }: { payload: string }) => payload.includes('"break_glass.read"'),
    ).length;
  expect(await words(asAdmin())).toEqual([REASON, 'Zoe and Max were read.']);
  expect(await words(asManager())).toEqual([REASON, 'Zoe and Max were read.']);
  expect(await recorded()).toBe(2);
  await change('UPDATE memberships SET patient_access = false WHERE role = $1', 'admin');
  expect(await words(asAdmin())).toEqual([null, null]);
  expect(await recorded()).toBe(2);
});

test('stays closed when nobody can be told', async () => {
  const owner = new pg.Client({ connectionString: app.databaseUrl });
  await owner.connect();
  try {
    await owner.query(`REVOKE USAGE ON SCHEMA ${QUEUE_SCHEMA} FROM medspasync_app`);
    await open().expect(500);
  } finally {
    await owner.query(`GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO medspasync_app`);
    await owner.end();
  }
  await uploads().expect(403);
});

test('tells every member who is connected, counts, and is in the audit log without its reason', async () => {
  const socket = io(app.url, { auth: { token: spa.members.admin.accessToken }, transports: ['websocket'] });
  const heard = (event: string) => new Promise<unknown>((resolve) => socket.once(event, resolve));
  await heard('connect');
  const alerted = heard(BREAK_GLASS_EVENT);
  const { body } = await open().expect(201);
  expect(await alerted).toEqual({
    break_glass_id: body.break_glass_id,
    user_id: spa.members.manager.userId,
    expires_at: body.expires_at,
  });
  socket.close();
  const { text } = await app.http.get('/metrics').expect(200);
  expect(text).toMatch(/break_glass_total\{event="opened"\} [1-9]/);
  const events: { payload: string }[] = await change('SELECT payload FROM audit_events');
  const logged = events.map(({ payload }) => payload).join();
  expect(logged).toContain('break_glass.opened');
  expect(logged).not.toContain('reviewer is ill');
});
