import { currentEntityManager } from '../../platform/database/index.ts';
import { startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { EndedSignIns } from './ended-sign-ins.ts';

let app: TestApp;
let spa: TestOrganization;
let other: TestOrganization;
beforeAll(async () => {
  app = await startTestApp();
  [spa, other] = [await app.createOrganization(), await app.createOrganization()];
});
afterAll(() => app.close());

const change = (organizationId: string, sql: string, parameters: unknown[] = []) =>
  app.platform.database.withinOrganization(organizationId, () =>
    currentEntityManager().query(sql, parameters),
  );

test('sessions that ended a month ago go, in every organization; the others stay', async () => {
  const longAgo = "now() - interval '31 days'";
  await change(spa.organizationId, `UPDATE sessions SET revoked_at = ${longAgo} WHERE id = $1`, [
    spa.members.viewer.sessionId,
  ]);
  await change(other.organizationId, `UPDATE sessions SET expires_at = ${longAgo} WHERE id = $1`, [
    other.members.manager.sessionId,
  ]);
  await change(spa.organizationId, 'UPDATE sessions SET revoked_at = now() WHERE id = $1', [
    spa.members.reviewer.sessionId,
  ]);
  const endedSignIns = new EndedSignIns(app.platform.database, app.platform.logger);
  expect(await endedSignIns.look()).toBe(2);
  const left = [
    ...(await change(spa.organizationId, 'SELECT id FROM sessions')),
    ...(await change(other.organizationId, 'SELECT id FROM sessions')),
  ];
  expect(left).toHaveLength(6);
  expect(await endedSignIns.look()).toBe(0);
});

test('nobody makes it take what is younger than a day', async () => {
  await change(spa.organizationId, 'UPDATE sessions SET revoked_at = now()');
  const [row] = await app.platform.database.query<{ purged: number }>(
    "SELECT purge_ended_sign_ins(interval '-1 year') AS purged",
  );
  expect(row?.purged).toBe(0);
});
