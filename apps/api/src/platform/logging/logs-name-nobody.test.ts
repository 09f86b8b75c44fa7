// A run from sign-in to export, and what goes wrong around it, with one mark in every name, phone, address and word that
// somebody could send: at the finest level, no line of the log has it.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { currentEntityManager } from '../database/index.ts';

const NAME = 'Zanzibarra Quillfeather';
const PHONE = '555-731-9046';
const EMAIL = 'zanzibarra@quillfeather.test';
const PASSWORD = 'zanzibarra-knows-a-quillfeather';
const SENT = /zanzibarra|quillfeather|555\D{0,3}731\D?9046/i;

const REWARDS = `transaction_id,customer_name,customer_phone,customer_email,amount,date
R-1,${NAME},${PHONE},${EMAIL},40,2024-01-15
R-2,${NAME} Jr,${PHONE},,40,2024-01-16
`;
const POS = REWARDS.replaceAll('R-', 'P-');

let app: TestApp;
let spa: TestOrganization;
const lines: string[] = [];
beforeAll(async () => {
  app = await startTestApp({
    withWorker: true,
    environment: { LOG_LEVEL: 'debug' },
    logTo: { write: (line) => void lines.push(line) },
  });
  await app.container.start();
  spa = await app.createOrganization();
});
afterAll(async () => {
  app.container.stop();
  await app.close();
});

const asManager = () => spa.members.manager.authorization;
const upload = (side: string, content: string | Buffer, filename = `${NAME}.csv`) =>
  app.http.post(`/upload/${side}`).set(asManager()).attach('file', Buffer.from(content), filename);
const post = (path: string, body: object | string) =>
  app.http.post(path).set(asManager()).set('Content-Type', 'application/json').send(body);

async function untilLogged(words: string): Promise<void> {
  while (!lines.some((line) => line.includes(words))) await sleep(20);
}

async function aRun(): Promise<void> {
  const rewards = await upload('reward-transactions', REWARDS).expect(200);
  const pos = await upload('pos-transactions', POS).expect(200);
  const { jobId, pathOf } = await reconcileToEnd(app, spa, {
    reward_upload_id: rewards.body.upload_id,
    pos_upload_id: pos.body.upload_id,
  });
  await post(`/reconcile/jobs/${jobId}/results/search`, { q: NAME }).expect(200);
  await post(pathOf('R-1'), { verdict: 'rejected', note: `${NAME} says no` }).expect(200);
  await post(pathOf('R-1', 'notes'), { text: `Call ${PHONE}` });
  for (const format of ['csv', 'json', 'xlsx']) await post('/export', { job_id: jobId, format }).expect(200);
}

async function badFiles(): Promise<void> {
  const rows = REWARDS.replace('2024-01-15', NAME).replaceAll(',40,', `,${PHONE},`);
  for (const content of [rows, NAME, '', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), `"${NAME}`])
    expect((await upload('reward-transactions', content)).status).toBeGreaterThanOrEqual(400);
  await upload('nothing', REWARDS, `${EMAIL}.xlsx`).expect(404);
}

async function refusedBodies(): Promise<void> {
  const books = { reward_transactions: [{ customer_name: NAME, amount: PHONE, date: EMAIL }] };
  await post('/reconcile/start', books).expect(422);
  await post('/reconcile/start', `{"reward_transactions": [{"customer_name": "${NAME}`).expect(400);
  await post('/reconcile/start', { [NAME]: EMAIL }).expect(422);
  await post('/aliases', { names: [`${NAME}\u0000`, PHONE] });
  await post('/predict', { reward_transaction: { customer_name: `${NAME}\u0000` }, pos_transaction: {} });
  await app.http.get(`/reconcile/history?q=${NAME}`).set(asManager()).expect(422);
  await app.http.get(`/uploads/${EMAIL}`).set(asManager()).expect(422);
  await app.http.get(`/${NAME}/${PHONE}`).set(asManager()).set('User-Agent', NAME).expect(404);
  await app.http.get('/uploads').set('Authorization', `Bearer ${EMAIL}`).expect(401);
  await app.http.post('/auth/login').send({ email: EMAIL, password: PASSWORD }).expect(401);
  await app.http
    .post('/auth/login')
    .send({ email: spa.members.viewer.email, password: PASSWORD })
    .expect(401);
}

/** A run whose rows do not open, and a statement that the database refuses with its parameters. */
async function failures(): Promise<void> {
  const within = <T>(work: () => Promise<T>) =>
    app.platform.database.withinOrganization(spa.organizationId, work);
  await within(() =>
    currentEntityManager().query(
      'UPDATE transactions t SET patient = o.patient FROM transactions o WHERE o.id <> t.id',
    ),
  );
  const { body } = await app.http.get('/uploads').set(asManager()).expect(200);
  const [pos, rewards] = body.uploads;
  await post('/reconcile/start', {
    job_id: randomUUID(),
    reward_upload_id: rewards.upload_id,
    pos_upload_id: pos.upload_id,
  }).expect(202);
  await untilLogged('job failed');
  const refused = within(() => currentEntityManager().query('SELECT $1::int', [NAME]));
  await refused.catch((error: unknown) => app.platform.logger.error({ err: error }, 'statement refused'));
}

test('no line of the log has a name, a phone, an address or a word that somebody sent', async () => {
  await aRun();
  await badFiles();
  await refusedBodies();
  await failures();
  const logged = lines.join('');
  for (const message of ['"request"', 'job failed', 'statement refused']) expect(logged).toContain(message);
  expect(lines.filter((line) => SENT.test(line))).toEqual([]);
});
