// A rotation of the keys that patient data is sealed with, from the first start with the new key to the last with the old.
import type { ContactRequestWire } from '@medspasync/schemas';
import pg from 'pg';
import { pino } from 'pino';
import { type Container, createContainer } from '../../container.ts';
import { blindIndexes, keyRing, PatientSeal } from '../../platform/crypto/index.ts';
import { currentEntityManager } from '../../platform/database/index.ts';
import { type Caller, PERMISSIONS_OF_ROLE } from '../../platform/identity/index.ts';
import { createLogger } from '../../platform/logging/index.ts';
import { createMetrics, type Metrics } from '../../platform/metrics/index.ts';
import type { AnyJobHandler, JobContext } from '../../platform/queue/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { ContactMessagesRepository, type MessageRow, openMessage } from '../contact/index.ts';
import { SEALED_COLUMNS } from './index.ts';

const OLD = 'q8Zt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0a0=';
const NEW = 'w3Lt2LkVx0aB7nRwYc4JmSdEhUf9GpKi31oTvXyZ0b0=';
const ALIAS = ['Ana Quillfeather', 'Ana Brunner'] as const;
const ROWS = 1200;

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true, environment: { FERNET_KEYS: OLD } });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  const lines = Array.from({ length: ROWS }, (_, n) => `R-${n},Ana Quillfeather,40,2024-01-15`);
  const file = Buffer.from(`transaction_id,customer_name,amount,date\n${lines.join('\n')}\n`);
  const { body } = await app.http
    .post('/upload/reward-transactions')
    .set(spa.members.manager.authorization)
    .attach('file', file, 'rewards.csv')
    .expect(200);
  const sale = { customer_name: 'Ana Quillfeather', amount: 40, date: '2024-01-15' };
  const ran = await reconcileToEnd(app, spa, { reward_upload_id: body.upload_id, pos_transactions: [sale] });
  jobId = ran.jobId;
  const pair = ran.rows.find(({ pos_transactions }) => pos_transactions.length > 0)!;
  await app.http
    .post(`/reconcile/jobs/${jobId}/results/${pair.result_id}/decision`)
    .set(spa.members.reviewer.authorization)
    .send({ verdict: 'rejected', note: 'Ana called' })
    .expect(200);
  await app.http
    .post('/aliases')
    .set(spa.members.reviewer.authorization)
    .send({ kind: 'alias', names: [...ALIAS] })
    .expect(201);
  const { body: period } = await app.http
    .post('/periods')
    .set(spa.members.manager.authorization)
    .send({ month: '2024-02' })
    .expect(201);
  await app.http
    .post(`/periods/${period.period_id}/reopen`)
    .set(spa.members.admin.authorization)
    .send({ reason: 'Ana came back' })
    .expect(200);
});

/** The application as it is after a restart with these keys, and with the metrics of a process of its own. */
const withKeys = (
  fernetKeys: string[],
  metrics: Metrics = createMetrics({ version: 'test', commit: 'test' }),
): Promise<Container> =>
  createContainer({ ...app.platform, metrics, config: { ...app.platform.config, fernetKeys } });

const resealing = (container: Container): AnyJobHandler =>
  container.jobHandlers.find(({ name }) => name === 'reseal')!;

const context = (signal = new AbortController().signal): JobContext => ({
  logger: createLogger({ level: 'silent', process: 'test' }),
  attempt: 1,
  publish: async () => undefined,
  signal,
});

/** Of a worker that is gone after so many batches. */
function killedAfter(batches: number): AbortSignal {
  let looked = 0;
  const { signal } = new AbortController();
  signal.throwIfAborted = () => {
    looked += 1;
    if (looked > batches) throw new Error('killed');
  };
  return signal;
}

/** Of the organization, by table: rows sealed with another key than `key`. */
const otherThan = (key: string): Promise<Record<string, number>> =>
  app.platform.database.withinOrganization(spa.organizationId, async () => {
    const counts: Record<string, number> = {};
    for (const { keyId, table } of SEALED_COLUMNS) {
      const sql = `SELECT count(*)::int AS n FROM ${table} WHERE ${keyId} <> $1`;
      const [row] = await currentEntityManager().query(sql, [keyRing([key]).newest.id]);
      if (row.n > 0) counts[table] = row.n;
    }
    return counts;
  });

async function pendingOf(metrics: Metrics): Promise<number> {
  const text = await metrics.registry.metrics();
  return Number(/^phi_rows_pending_rotation (\d+)$/m.exec(text)?.[1]);
}

const hashesOfAlias = (): Promise<string[]> =>
  app.platform.database.withinOrganization(spa.organizationId, async () => {
    const [row] = await currentEntityManager().query('SELECT name_hashes FROM name_aliases');
    return row.name_hashes;
  });

const viewer = (): Caller => ({
  organizationId: spa.organizationId,
  userId: spa.members.viewer.userId,
  role: 'viewer',
  sessionId: spa.members.viewer.sessionId,
  apiKeyId: null,
  permissions: new Set(PERMISSIONS_OF_ROLE.viewer),
});

async function readThrough(container: Container): Promise<void> {
  const found = await container.services.results.page(viewer(), jobId, {
    page: 1,
    limit: 1000,
    text: 'quillfeather',
  });
  // The sale that was taken from its reward has a row of its own.
  expect(found.total_results).toBe(ROWS + 1);
  expect(found.results[0]?.reward_transaction?.customer_name).toBe('Ana Quillfeather');
  expect(found.results.map(({ decision }) => decision?.note).filter(Boolean)).toEqual(['Ana called']);
  const [upload] = await container.services.uploads.list(viewer(), 1);
  expect(upload?.filename).toBe('rewards.csv');
}

test('a rotation: rows stay readable and are found throughout, it can be killed, and at its end nothing needs the old key', async () => {
  const during = await withKeys([NEW, OLD]);
  await readThrough(during);
  expect(await otherThan(NEW)).toEqual({
    transactions: ROWS + 1,
    job_results: expect.any(Number),
    decisions: 1,
    recognition_secrets: 1,
    name_aliases: 1,
    periods: 1,
    uploads: 2,
    upload_chunks: 1,
  });

  await expect(resealing(during).run({}, context(killedAfter(2)))).rejects.toThrow('killed');
  expect((await otherThan(NEW)).transactions).toBe(ROWS + 1 - 2 * 500);
  await readThrough(during);

  await resealing(during).run({}, context());
  expect(await otherThan(NEW)).toEqual({});
  await readThrough(await withKeys([NEW]));
  expect(await hashesOfAlias()).toEqual(blindIndexes(keyRing([NEW]))(spa.organizationId).ofPair(...ALIAS)[0]);
  const withoutNew = (await withKeys([OLD])).services.results.page(viewer(), jobId, { page: 1, limit: 1 });
  await expect(withoutNew).rejects.toThrow('which is not in FERNET_KEYS');
  await resealing(await withKeys([OLD, NEW])).run({}, context());
});

test('what the migration found unsealed is readable, and sealed by the same job', async () => {
  const owner = new pg.Client({ connectionString: app.platform.ownerUrl });
  await owner.connect();
  const patient = Buffer.from(JSON.stringify({ customerName: 'Ana Quillfeather' })).toString('base64');
  await owner.query('ALTER TABLE transactions DROP CONSTRAINT transactions_sealed');
  await owner.query(
    "UPDATE transactions SET key_id = 'none', patient = $2, patient_hashes = '{}' WHERE organization_id = $1",
    [spa.organizationId, patient],
  );
  await owner.query(
    "ALTER TABLE transactions ADD CONSTRAINT transactions_sealed CHECK (key_id <> 'none') NOT VALID",
  );
  await owner.end();

  const container = await withKeys([OLD]);
  const page = await container.services.results.page(viewer(), jobId, { page: 1, limit: 1 });
  expect(page.results[0]?.reward_transaction?.customer_name).toBe('Ana Quillfeather');
  await resealing(container).run({}, context());
  expect(await otherThan(OLD)).toEqual({});
  await readThrough(container);
});

test('a start with a new key counts what is left, and the worker seals it', async () => {
  const metrics = createMetrics({ version: 'test', commit: 'test' });
  const restarted = await withKeys([NEW, OLD], metrics);
  await restarted.start();
  try {
    expect(await pendingOf(metrics)).toBeGreaterThan(ROWS);
  } finally {
    restarted.stop();
  }
});

test('a key taken away too early is said at the start, nothing is lost, and all is well with the key put back', async () => {
  const said: string[] = [];
  const logger = pino({ level: 'error' }, { write: (line: string) => void said.push(line) });
  const restarted = await createContainer({
    ...app.platform,
    logger,
    metrics: createMetrics({ version: 'test', commit: 'test' }),
    config: { ...app.platform.config, fernetKeys: [NEW] },
  });
  await restarted.start();
  restarted.stop();
  expect(said.join()).toContain('rows need a key that is not in FERNET_KEYS');
  await expect(resealing(restarted).run({}, context())).rejects.toThrow('which is not in FERNET_KEYS');
  await readThrough(await withKeys([OLD]));
});

test('messages of visitors follow: readable without the old key, and one sent again is still known', async () => {
  const message = {
    name: 'Maria Santos',
    email: 'maria@glow.test',
    topic: 'demo',
    message: 'We run three spas.',
  };
  await app.http.post('/contact').set('Idempotency-Key', 'once').send(message).expect(202);
  const metrics = createMetrics({ version: 'test', commit: 'test' });
  const restarted = await withKeys([NEW, OLD], metrics);
  await restarted.start();
  restarted.stop();
  expect(await pendingOf(metrics)).toBeGreaterThan(0);
  await resealing(restarted).run({}, context());

  const owner = new pg.Client({ connectionString: app.platform.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<MessageRow>('SELECT * FROM contact_messages');
  await owner.end();
  const seal = new PatientSeal(keyRing([NEW]));
  expect(rows.map((row) => openMessage(seal, row))).toEqual([expect.objectContaining(message)]);
  const messages = new ContactMessagesRepository(app.platform.database, seal);
  expect(await messages.add('once', message as ContactRequestWire)).toBe('repeated');
});

test('the list names every column of the schema that is sealed', async () => {
  const owner = new pg.Client({ connectionString: app.platform.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ name: string }>(`
    SELECT table_name AS name FROM information_schema.columns
    WHERE table_schema = 'public' AND column_name IN ('key_id', 'sealing_key') ORDER BY 1`);
  await owner.end();
  const listed = SEALED_COLUMNS.map(({ table }) => table);
  // The audit log has keys of its own, and is never sealed anew; visitors' messages are of no organization, and have a test of their own.
  expect(rows.map(({ name }) => name)).toEqual([...listed, 'audit_events', 'contact_messages'].sort());
});
