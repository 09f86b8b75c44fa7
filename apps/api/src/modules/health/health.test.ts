import { startTestApp, type TestApp } from '../../testing/index.ts';
import { HealthService } from './health.service.ts';
import type { HealthProbes } from './health-probes.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

test('health tells of everything the API relies on', async () => {
  const { body } = await app.http.get('/health').expect(200);
  expect(Object.keys(body.checks).sort()).toEqual(['database', 'disk', 'model', 'queue', 'redis']);
  expect(body.checks.database).toEqual({ status: 'healthy', detail: 'PostgreSQL answers.' });
});

test.each([
  '/health',
  '/health/quick',
  '/status/public',
])('%s answers without a token, under both prefixes', async (path) => {
  await app.http.get(path).expect(200);
  await app.http.get(`/api/v1${path}`).expect(200);
});

test('a visitor learns the status and nothing else', async () => {
  const { body } = await app.http.get('/status/public').expect(200);
  expect(Object.keys(body).sort()).toEqual(['status', 'timestamp']);
});

test('staff see the figures of the machine and the work', async () => {
  const { members } = await app.createOrganization();
  const { body } = await app.http.get('/status').set(members.viewer.authorization).expect(200);
  expect(body.system_metrics.memory_percent).toBeGreaterThan(0);
  expect(body).toMatchObject({ active_jobs: 0, performance_stats: { predictions: 0, jobs_completed: 0 } });
});

const probes = (failing: string[]): HealthProbes => {
  const probe = (name: string) => async () => {
    if (failing.includes(name)) throw new Error('refused');
    return { status: 'healthy' as const, detail: 'fine' };
  };
  return {
    database: probe('database'),
    redis: probe('redis'),
    queue: probe('queue'),
    model: probe('model'),
    disk: probe('disk'),
  };
};

test.each([
  [[], 'healthy'],
  [['redis'], 'degraded'],
  [['database', 'redis'], 'down'],
])('with %j not answering, the API is %s', async (failing, status) => {
  const service = new HealthService({
    version: '1.0.0',
    probes: probes(failing),
    systemMetrics: async () => Promise.reject(new Error('not asked')),
    modelStatus: () => ({ loaded: true, version: '1' }),
    performanceStats: async () => ({ predictions: 0, jobs_completed: 0, avg_processing_time_ms: 0 }),
    jobCounts: async () => ({ waiting: 0, active: 0, oldestAgeSeconds: 0 }),
    alerts: () => [],
    onChecked: () => undefined,
  });
  expect((await service.check()).status).toBe(status);
  expect(service.latestStatus()).toBe(status);
});
