// What somebody with the database alone gets to see: nothing of a patient, and no way to pass one off as another.
import pg from 'pg';
import { currentEntityManager } from '../../platform/database/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

// Digits as long as they can be: random ids and sealed texts are full of any five in a row.
const CANARIES = [
  /quillfeather/i,
  /zebedee/i,
  /5550187654/,
  /018[ -]7654/,
  /(?<![\da-f])0187654(?![\da-f])/,
  /inkwell/i,
  /papagayo/i,
];

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  const header = 'transaction_id,customer_name,customer_phone,customer_email,service,amount,date';
  const patient = 'Zebedee Quillfeather,(555) 018-7654,nib@inkwell.test,Botox';
  const upload = async (side: string): Promise<string> => {
    const lines = [header, `${side}-1,${patient},40,2024-01-15`, `${side}-2,${patient},Papagayo,2024-01-15`];
    const answer = app.http.post(`/upload/${side}-transactions`).set(spa.members.manager.authorization);
    const file = Buffer.from(`${lines.join('\n')}\n`);
    return (await answer.attach('file', file, 'Zebedee Quillfeather.csv').expect(200)).body.upload_id;
  };
  const uploads = { reward_upload_id: await upload('reward'), pos_upload_id: await upload('pos') };
  const ran = await reconcileToEnd(app, spa, uploads);
  jobId = ran.jobId;
  await app.http
    .post(`/reconcile/jobs/${jobId}/results/${ran.rows[0]!.result_id}/decision`)
    .set(spa.members.reviewer.authorization)
    .send({ verdict: 'approved', note: 'Called Zebedee Quillfeather on 555 018 7654' })
    .expect(200);
  await app.http
    .post(`/reconcile/jobs/${jobId}/results/${ran.rows[0]!.result_id}/notes`)
    .set(spa.members.reviewer.authorization)
    .send({ text: 'Zebedee Quillfeather calls back' })
    .expect(200);
  await app.http
    .post(`/reconcile/jobs/${jobId}/results/search`)
    .set(spa.members.viewer.authorization)
    .send({ q: 'Quillfeather' })
    .expect(200);
  await app.http
    .post('/aliases')
    .set(spa.members.reviewer.authorization)
    .send({ kind: 'alias', names: ['Zebedee Quillfeather', 'Zebedee Papagayo'] })
    .expect(201);
  await giveReasons();
  const transaction = { customer_name: 'Zebedee Quillfeather', customer_phone: '5550187654', amount: 40 };
  await reconcileToEnd(app, spa, { reward_transactions: [transaction], pos_transactions: [transaction] });
});
afterAll(() => app.close());

/** A month that is closed and opened again, and an emergency access that is reviewed. */
async function giveReasons(): Promise<void> {
  const reason = 'Zebedee Quillfeather is on the phone';
  const post = (role: 'admin' | 'manager', path: string, body: object) =>
    app.http.post(path).set(spa.members[role].authorization).send(body);
  const { body: period } = await post('manager', '/periods', { month: '2024-02' }).expect(201);
  await post('admin', `/periods/${period.period_id}/reopen`, { reason }).expect(200);
  const seeing = (patientAccess: boolean) =>
    app.platform.database.withinOrganization(spa.organizationId, () =>
      currentEntityManager().query('UPDATE memberships SET patient_access = $2 WHERE user_id = $1', [
        spa.members.manager.userId,
        patientAccess,
      ]),
    );
  await seeing(false);
  const { body: access } = await post('manager', '/auth/break-glass', { reason, minutes: 5 }).expect(201);
  const path = `/auth/break-glass/${access.break_glass_id}`;
  await app.http.delete(path).set(spa.members.manager.authorization).expect(204);
  await post('admin', `${path}/review`, { note: reason }).expect(200);
  await seeing(true);
}

const asOwner = async <Row extends pg.QueryResultRow>(
  sql: string,
  parameters?: unknown[],
): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: app.platform.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end();
  }
};

/** Every row of every table as text, the queue's included; what base64 or hexadecimal could hide is decoded as well. */
async function dump(): Promise<string> {
  const tables = await asOwner<{ name: string }>(`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`);
  const texts: string[] = [];
  for (const { name } of tables)
    for (const { text } of await asOwner<{ text: string }>(`SELECT t::text AS text FROM ${name} t`)) {
      texts.push(text);
      for (const [, hex] of text.matchAll(/\\x([0-9a-f]+)/g))
        texts.push(Buffer.from(hex!, 'hex').toString('latin1'));
      for (const [encoded] of text.matchAll(/[\w+/-]{16,}/g))
        texts.push(Buffer.from(encoded, 'base64').toString('latin1'));
    }
  return texts.join('\n');
}

test('a dump of the database holds no name, phone number, e-mail address or cell of a file', async () => {
  const dumped = await dump();
  expect(dumped).toContain('Botox');
  for (const canary of CANARIES) expect(dumped).not.toMatch(canary);
});

test('and yet everything is there for who may read it', async () => {
  const { body } = await app.http
    .get(`/reconcile/jobs/${jobId}/results`)
    .set(spa.members.viewer.authorization)
    .expect(200);
  expect(body.results[0]).toMatchObject({
    reward_transaction: { customer_name: 'Zebedee Quillfeather', customer_phone: '(555) 018-7654' },
    decision: { note: 'Called Zebedee Quillfeather on 555 018 7654' },
    notes: [{ text: 'Zebedee Quillfeather calls back' }],
  });
});

test('reasons are shown to who may read of patients', async () => {
  const shown = async (path: string, role: 'admin' | 'viewer') =>
    (await app.http.get(path).set(spa.members[role].authorization).expect(200)).body;
  expect((await shown('/periods', 'viewer')).periods[0].reopen_reason).toContain('Zebedee Quillfeather');
  const [access] = (await shown('/auth/break-glass', 'admin')).break_glasses;
  expect([access.reason, access.review_note]).toEqual(Array(2).fill('Zebedee Quillfeather is on the phone'));
});

test.each([
  [
    'patients of two transactions',
    'UPDATE transactions t SET patient = o.patient FROM transactions o WHERE o.id <> t.id',
  ],
  [
    'what is said of two results',
    'UPDATE job_results r SET words = o.words FROM job_results o WHERE o.id <> r.id AND o.words IS NOT NULL',
  ],
])('%s that were swapped are not shown', async (_what, statement) => {
  const swapped = app.platform.database.withinOrganization(spa.organizationId, async () => {
    await currentEntityManager().query(statement);
    const permissions = new Set(['reconciliation:read']);
    const caller = { ...spa.members.viewer, organizationId: spa.organizationId, permissions } as never;
    await app.container.services.results.page(caller, jobId, { page: 1, limit: 10 });
  });
  await expect(swapped).rejects.toThrow('the token is not valid');
});

test('a row that is not sealed cannot be written', async () => {
  const unsealed = app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query("UPDATE transactions SET key_id = 'none', patient = 'e30='"),
  );
  await expect(unsealed).rejects.toMatchObject({ code: '23514' });
});
