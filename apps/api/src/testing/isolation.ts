// Random requests of several organizations at once over a pool of two connections, and a look at every answer for a word
// of somebody else. Everything an organization stores carries its mark; some requests fail halfway, some are cut off.
import { randomBytes } from 'node:crypto';
import { currentEntityManager } from '../platform/database/index.ts';
import { startTestApp, type TestApp } from './test-app.ts';
import type { TestOrganization } from './test-organization.ts';

export interface IsolationReport {
  requests: number;
  /** Answers by status; 0 for a request that was cut off. */
  statuses: Record<number, number>;
  /** Each with the request that showed it. */
  leaks: string[];
}

const ORGANIZATIONS = 8;
const POOL_SIZE = 2;
/** Each waits for the connections in turn: of many more, on a busy machine, some would wait longer than the pool allows. */
const AT_ONCE = 24;
/** Of a hundred requests, how many are given up before the answer. */
const CUT_OFF_PERCENT = 3;

interface Tenant extends TestOrganization {
  /** In every name it has stored, and in nobody else's. */
  mark: string;
  locationIds: string[];
  uploadId: string;
}

interface Attempt {
  method: string;
  path: string;
  body?: object;
  /** With the id of another organization: must answer 404. */
  isForeign?: boolean;
}

/** @param options.requests in all. Starts and closes an application of its own. */
export async function checkIsolation(options: { requests: number }): Promise<IsolationReport> {
  const app = await startTestApp({ environment: { DB_POOL_SIZE: String(POOL_SIZE) } });
  try {
    const tenants: Tenant[] = [];
    for (let turn = 0; turn < ORGANIZATIONS; turn += 1) tenants.push(await addTenant(app));
    const report: IsolationReport = { requests: 0, statuses: {}, leaks: [] };
    const work = async (): Promise<void> => {
      while (report.requests < options.requests) {
        report.requests += 1;
        await attempt(app, tenants, report);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    for (const tenant of tenants) report.leaks.push(...(await strayRowsOf(app, tenant, tenants)));
    return report;
  } finally {
    await app.close();
  }
}

async function addTenant(app: TestApp): Promise<Tenant> {
  const mark = `mark-${randomBytes(6).toString('hex')}`;
  const organization = await app.createOrganization(`Spa ${mark}`);
  const { authorization } = organization.members.admin;
  const locationIds: string[] = [];
  for (const name of ['North', 'South']) {
    const location = { name: `${name} ${mark}`, time_zone: 'UTC' };
    const { body } = await app.http
      .post('/organizations/current/locations')
      .set(authorization)
      .send(location)
      .expect(201);
    locationIds.push(body.location_id);
  }
  const file = Buffer.from(`customer_name,amount,date\r\nPatient ${mark},40.00,2026-03-01\r\n`);
  const { body } = await app.http
    .post('/upload/pos-transactions')
    .set(authorization)
    .attach('file', file, `${mark}.csv`)
    .expect(200);
  return { ...organization, mark, locationIds, uploadId: body.upload_id };
}

const oneOf = <T>(choices: readonly T[]): T => choices[Math.floor(Math.random() * choices.length)]!;

async function attempt(app: TestApp, tenants: readonly Tenant[], report: IsolationReport): Promise<void> {
  const tenant = oneOf(tenants);
  const others = tenants.filter((candidate) => candidate !== tenant);
  const { method, path, body, isForeign } = oneOf(ATTEMPTS)(tenant, oneOf(others));
  const isCutOff = Math.random() * 100 < CUT_OFF_PERCENT;
  const { status, text } = await answerTo(`${app.url}${path}`, {
    headers: { ...(await credentialOf(app, tenant)), 'Content-Type': 'application/json' },
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
    ...(isCutOff ? { signal: AbortSignal.timeout(Math.ceil(Math.random() * 8)) } : {}),
  });
  report.statuses[status] = (report.statuses[status] ?? 0) + 1;
  const said = others.some(
    ({ mark, organizationId }) => text.includes(mark) || text.includes(organizationId),
  );
  const request = `${method} ${path} as ${tenant.mark}`;
  if (said) report.leaks.push(`${request} answered with another organization's data`);
  if (isForeign && status !== 404 && status !== 0) report.leaks.push(`${request} answered ${status}`);
  if (status === 401 || status >= 500) report.leaks.push(`${request} answered ${status}`);
}

/** What can be asked. Foreign ids, conflicts and bad queries are in it on purpose: they end transactions early. */
const ATTEMPTS: readonly ((own: Tenant, other: Tenant) => Attempt)[] = [
  () => ({ method: 'GET', path: '/organizations/current' }),
  () => ({ method: 'GET', path: '/organizations/current/members' }),
  () => ({ method: 'GET', path: '/organizations/current/locations' }),
  () => ({ method: 'GET', path: '/uploads?limit=50' }),
  ({ uploadId }) => ({ method: 'GET', path: `/uploads/${uploadId}` }),
  (_, { uploadId }) => ({ method: 'GET', path: `/uploads/${uploadId}`, isForeign: true }),
  () => ({ method: 'GET', path: '/reconcile/history' }),
  () => ({ method: 'GET', path: '/reconcile/history?limit=none' }),
  () => ({ method: 'GET', path: '/auth/session' }),
  ({ locationIds, mark }) => ({
    method: 'PATCH',
    path: `/organizations/current/locations/${locationIds[0]}`,
    body: { name: `North ${Math.random()} ${mark}` },
  }),
  ({ locationIds, mark }) => ({
    method: 'PATCH',
    path: `/organizations/current/locations/${locationIds[0]}`,
    // The name of the second one: the statement fails, and the transaction with it.
    body: { name: `South ${mark}` },
  }),
  ({ mark }, { locationIds }) => ({
    method: 'PATCH',
    path: `/organizations/current/locations/${locationIds[0]}`,
    body: { name: `Taken by ${mark}` },
    isForeign: true,
  }),
  (_, { members }) => ({
    method: 'PATCH',
    path: `/organizations/current/members/${members.viewer.userId}`,
    body: { role: 'viewer' },
    isForeign: true,
  }),
];

/** A token made for this very request: a long run outlives any that was made before it. */
async function credentialOf(
  app: TestApp,
  { members, organizationId }: Tenant,
): Promise<Record<string, string>> {
  const { sessionId, userId } = members.admin;
  const token = await app.platform.tokens.sign({ userId, organizationId, sessionId });
  return { Authorization: `Bearer ${token}` };
}

async function answerTo(url: string, init: RequestInit): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, init);
    return { status: response.status, text: await response.text() };
  } catch (error) {
    if (!isCutOff(error as Error)) throw error;
    return { status: 0, text: '' };
  }
}

/** By us, after a while, or by the server, which closes a connection that was idle as the next request is on its way. */
function isCutOff({ cause, name }: Error): boolean {
  const code = (cause as { code?: string } | undefined)?.code ?? '';
  return name === 'TimeoutError' || ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'].includes(code);
}

/** Rows that carry somebody else's mark: what was written under the wrong organization. */
async function strayRowsOf(app: TestApp, tenant: Tenant, tenants: readonly Tenant[]): Promise<string[]> {
  const rows: { name: string }[] = await app.platform.database.withinOrganization(tenant.organizationId, () =>
    currentEntityManager().query('SELECT name FROM locations UNION ALL SELECT name FROM organizations'),
  );
  const foreign = tenants.filter((candidate) => candidate !== tenant);
  return rows
    .filter(({ name }) => foreign.some(({ mark }) => name.includes(mark)))
    .map(({ name }) => `“${name}” is stored in the organization ${tenant.mark}`);
}
