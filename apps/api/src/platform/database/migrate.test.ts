import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { createTestDatabase, insert } from '../../testing/index.ts';
import { appUrl } from './connection-urls.ts';
import { type Database, openDatabase } from './database.ts';
import { migrate } from './migrate.ts';

const owner = `owner_${randomBytes(4).toString('hex')}`;
let template: Awaited<ReturnType<typeof createTestDatabase>>;
let database: Database;
let ownUrl: URL;

async function asSuperuser(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: template.url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

const managedAppUrl = (): string => {
  const url = new URL(appUrl(template.url));
  url.pathname = ownUrl.pathname;
  return url.href;
};

beforeAll(async () => {
  template = await createTestDatabase();
  ownUrl = new URL(template.url);
  Object.assign(ownUrl, { username: owner, password: 'of-the-owner', pathname: `/${owner}` });
  await asSuperuser(
    `CREATE ROLE ${owner} LOGIN NOSUPERUSER PASSWORD 'of-the-owner'`,
    `CREATE DATABASE ${owner} OWNER ${owner}`,
  );
  await Promise.all([migrate(ownUrl.href, managedAppUrl()), migrate(ownUrl.href, managedAppUrl())]);
  database = await openDatabase({
    ownerUrl: ownUrl.href,
    appUrl: managedAppUrl(),
    poolSize: 2,
    applicationName: 'test',
    entities: [],
  });
});

afterAll(async () => {
  await database.close();
  await asSuperuser(`DROP DATABASE ${owner} WITH (FORCE)`, `DROP ROLE ${owner}`);
  await template.drop();
});

test('an owner that is no superuser migrates, also from two processes at once', async () => {
  const [row] = await database.query<{ name: string }>("SELECT to_regclass('decisions')::text AS name");
  expect(row?.name).toBe('decisions');
});

test('row-level security binds that owner, and sign-in still finds people', async () => {
  const [organizationId, userId] = [randomUUID(), randomUUID()];
  await database.withinOrganization(organizationId, async () => {
    await insert('organizations', { id: organizationId, name: 'Glow' });
    await insert('memberships', { organization_id: organizationId, user_id: userId, role: 'admin' });
    await insert('users', { id: userId, email: 'a@spa.test', display_name: 'A', password_hash: 'none' });
  });
  const found = await database.query("SELECT * FROM find_sign_in('a@spa.test')");
  expect(found).toEqual([{ user_id: userId, organization_id: organizationId, password_hash: 'none' }]);

  const client = new pg.Client({ connectionString: ownUrl.href });
  await client.connect();
  const { rowCount } = await client.query("UPDATE users SET display_name = 'B'");
  await client.end();
  expect(rowCount).toBe(0);
});
