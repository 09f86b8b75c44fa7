// When every chain is verified, and by how many.
import pg from 'pg';
import { startTestApp, type TestApp } from '../../testing/index.ts';
import { lastNight } from './audit-watch.ts';

let app: TestApp;
let owner: pg.Client;
beforeEach(async () => {
  app = await startTestApp();
  owner = new pg.Client(app.databaseUrl);
  await owner.connect();
});
afterEach(async () => {
  await owner.end();
  await app.close();
});

const check = () => app.container.auditWatch.verifyWhenDue();
const lastCheck = (began: string, ended: string) =>
  owner.query(`UPDATE audit_checks SET begun_at = ${began}, ended_at = ${ended}`);

test('of all processes that come at the same moment one verifies, and nobody again before the next night', async () => {
  const verified = await Promise.all([check(), check(), check()]);
  expect(verified.filter(Boolean)).toHaveLength(1);
  expect(await check()).toBe(false);
  await lastCheck("now() - interval '25 hours'", "now() - interval '25 hours'");
  expect(await check()).toBe(true);
});

test('an API that starts after a night nobody was up for verifies at once', async () => {
  await lastCheck("now() - interval '3 days'", "now() - interval '3 days'");
  await app.container.auditWatch.start();
  const verifiedAt = async () => (await owner.query('SELECT ended_at FROM audit_checks')).rows[0].ended_at;
  while (Date.now() - (await verifiedAt()).getTime() > 3_600_000);
  app.container.auditWatch.stop();
  expect((await app.http.get('/metrics')).text).toMatch(/^audit_chain_valid 1$/m);
});

test('who died while verifying holds the others off for less than an hour', async () => {
  await lastCheck("now() - interval '10 minutes'", "now() - interval '2 days'");
  expect(await check()).toBe(false);
  await lastCheck("now() - interval '55 minutes'", "now() - interval '2 days'");
  expect(await check()).toBe(true);
});

test('a check of a time to come is none', async () => {
  await lastCheck("now() + interval '1 year'", "now() + interval '1 year'");
  expect(await check()).toBe(true);
});

test('a night begins at eight in the morning, UTC', () => {
  expect(lastNight(new Date('2026-03-02T08:00:00Z'))).toEqual(new Date('2026-03-02T08:00:00Z'));
  expect(lastNight(new Date('2026-03-02T07:59:59Z'))).toEqual(new Date('2026-03-01T08:00:00Z'));
});
