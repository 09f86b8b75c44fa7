// Rewards files as a reviewer sends them, to a spa that every test has anew.
import { currentEntityManager } from '../../../platform/database/index.ts';
import { startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';

export let app: TestApp;
export let spa: TestOrganization;

/** Gives every test of a file a spa of its own, which may upload two megabytes at a time. */
export function setUpUploads(): void {
  beforeAll(async () => {
    app = await startTestApp({ environment: { MAX_UPLOAD_MB: '2' } });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    spa = await app.createOrganization();
  });
}

export const HEADER = 'transaction_id,customer_name,customer_phone,service,amount,date';
export const SARAH = 'R-1,Sarah Johnson,(555) 123-4567,Botox Treatment,450.00,2024-01-15';
export const file = (...lines: string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`);

export const send = (content: Buffer, filename = 'rewards.csv', path = '/upload/reward-transactions') =>
  app.http.post(path).set(spa.members.reviewer.authorization).attach('file', content, filename);
export const get = (path: string, organization = spa) =>
  app.http.get(path).set(organization.members.viewer.authorization);
export const correct = (uploadId: string, columns: object[], more = {}, organization = spa) =>
  app.http
    .put(`/uploads/${uploadId}/mapping`)
    .set(organization.members.reviewer.authorization)
    .send({ columns, ...more });

export const rowsIn = (table: string): Promise<number> =>
  app.platform.database.withinOrganization(spa.organizationId, async () => {
    const [row] = await currentEntityManager().query(`SELECT count(*)::int AS n FROM ${table}`);
    return row.n;
  });
