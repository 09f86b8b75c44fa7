import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ environment: { REDIS_URL: '' } });
  await app.container.start();
  spa = await app.createOrganization();
});
afterAll(async () => {
  app.container.stop();
  await app.close();
});

const page = async (): Promise<string> => (await app.http.get('/metrics').expect(200)).text;

/** @returns undefined for a series that is not on the page. */
const readingOf = async (series: string): Promise<number | undefined> => {
  const line = (await page()).split('\n').find((candidate) => candidate.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
};

test('the machine and the process are told in ratios, bytes and seconds', async () => {
  for (const series of [
    'system_cpu_usage_ratio',
    'system_memory_usage_ratio',
    'disk_usage_ratio{mount="data"}',
  ]) {
    const value = await readingOf(series);
    expect([series, value! >= 0 && value! <= 1]).toEqual([series, true]);
  }
  expect(await readingOf('disk_free_bytes{mount="data"}')).toBeGreaterThan(0);
  const ratio = await readingOf('disk_usage_ratio{mount="data"}');
  expect(await readingOf('disk_usage_percent{mount="data"}')).toBeCloseTo(ratio! * 100);
  expect(await readingOf('process_resident_memory_bytes')).toBeGreaterThan(0);
  expect(await readingOf('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0);
});

test('the database is up, its pool is counted and every statement is timed', async () => {
  expect(await readingOf('db_up')).toBe(1);
  // The page asks the database itself.
  const earlier = await readingOf('db_query_duration_seconds_count');
  const before = await readingOf('db_query_duration_seconds_count');
  const own = before! - earlier!;
  await app.platform.database.query('SELECT 1');
  expect(await readingOf('db_query_duration_seconds_count')).toBe(before! + own + 1);
  await expect(app.platform.database.query('SELECT 1/0')).rejects.toThrow();
  expect(await readingOf('db_query_duration_seconds_count')).toBe(before! + 2 * own + 2);
  expect(await readingOf('db_pool_connections{state="idle"}')).toBeGreaterThan(0);
  expect(await readingOf('db_pool_connections{state="waiting"}')).toBe(0);
});

test('where no Redis is configured, none is called up or down', async () => {
  expect(await page()).not.toMatch(/^redis_up/m);
});

test('a denied access is a security event, and an event of the audit log', async () => {
  const [denied, events] = [
    'security_events_total{type="access.denied",severity="warning"}',
    'audit_events_total',
  ];
  const before = await readingOf(events);
  expect(await readingOf(denied)).toBeUndefined();
  await app.http.get('/auth/api-keys').set(spa.members.viewer.authorization).expect(403);
  expect(await readingOf(denied)).toBe(1);
  expect(await readingOf(events)).toBe(before! + 1);
});

test('whether the audit logs are intact is said by the process that verified them', async () => {
  await app.container.auditWatch.verifyAll();
  expect(await readingOf('audit_chain_valid')).toBe(1);
  expect(await readingOf('audit_events_verified')).toBeGreaterThan(0);
});

test('the quality the model was measured to have is told by its source', async () => {
  expect(await readingOf('model_precision_ratio{source="held_out"}')).toBeGreaterThan(0.5);
  expect(await readingOf('model_recall_ratio{source="held_out"}')).toBeGreaterThan(0.5);
});

test('a job that nobody has taken up makes the queue older', async () => {
  expect(await readingOf('jobs_oldest_age_seconds{queue="jobs"}')).toBe(0);
  const transaction = { customer_name: 'Ana Reyes', amount: 40, date: '2026-03-01' };
  await app.http
    .post('/reconcile/start')
    .set(spa.members.manager.authorization)
    .send({ reward_transactions: [transaction], pos_transactions: [transaction] })
    .expect(202);
  expect(await readingOf('jobs_queued{queue="jobs"}')).toBe(1);
  expect(await readingOf('jobs_oldest_age_seconds{queue="jobs"}')).toBeGreaterThan(0);
  const { body } = await app.http.get('/status').set(spa.members.viewer.authorization).expect(200);
  expect(body).toMatchObject({ queued_jobs: 1, active_jobs: 0 });
});

test('every name is in base units and no series names an organization', async () => {
  const text = await page();
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name!);
  const other = names.filter((name) => /_(ms|millis|mb|kb|minutes)(_|$)/.test(name));
  expect(other).toEqual([]);
  expect(text).not.toContain(spa.organizationId);
});
