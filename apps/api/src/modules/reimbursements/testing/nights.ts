// Nights of one spa, and what its webhooks were told is open.
import { currentEntityManager } from '../../../platform/database/index.ts';
import type { TestApp, TestOrganization } from '../../../testing/index.ts';

/** To an address that nobody has to answer at. */
export const subscribe = (app: TestApp, { members }: TestOrganization) =>
  app.http
    .post('/webhooks')
    .set(members.admin.authorization)
    .send({ url: 'http://127.0.0.1:9/', events: ['exception.opened'] })
    .expect(201);

const query = <Row>(app: TestApp, { organizationId }: TestOrganization, sql: string): Promise<Row[]> =>
  app.platform.database.withinOrganization(organizationId, () => currentEntityManager().query<Row[]>(sql));

/** The next one of this spa. */
export async function night(app: TestApp, spa: TestOrganization): Promise<void> {
  await query(app, spa, "UPDATE exception_nights SET looked_at = looked_at - interval '1 day'");
  await app.container.dateWatch.look();
}

/** What has opened, message by message. */
export async function told(app: TestApp, spa: TestOrganization): Promise<object[]> {
  const rows = await query<{ payload: string }>(
    app,
    spa,
    `SELECT payload FROM webhook_deliveries WHERE type = 'exception.opened' ORDER BY created_at`,
  );
  return rows.map(({ payload }) => JSON.parse(payload).data);
}
