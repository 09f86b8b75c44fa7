import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { insert, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';
import { openDatabase } from './database.ts';
import { currentEntityManager, currentOrganizationId } from './organization-scope.ts';

let app: TestApp;
let glow: TestOrganization;
let zen: TestOrganization;

beforeAll(async () => {
  app = await startTestApp({ environment: { DB_POOL_SIZE: '2' } });
  [glow, zen] = [await app.createOrganization('Glow'), await app.createOrganization('Zen')];
});
afterAll(() => app.close());

const within: TestApp['platform']['database']['withinOrganization'] = (organizationId, work) =>
  app.platform.database.withinOrganization(organizationId, work);

const addLocation = (name: string) =>
  insert('locations', { organization_id: currentOrganizationId(), id: randomUUID(), name, time_zone: 'UTC' });

const count = async (table: string): Promise<number> => {
  const rows = await currentEntityManager().query(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0].n;
};

async function asOwner<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: app.platform.ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

test('every table but the list of migrations is bound by row-level security, its owner too', async () => {
  const unbound = await asOwner<{ relname: string }>(`
    SELECT relname FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
      AND NOT (relrowsecurity AND relforcerowsecurity)`);
  expect(unbound.map(({ relname }) => relname)).toEqual(['schema_migrations']);
});

test('every policy for the application checks what is written as well as what is read', async () => {
  const oneSided = await asOwner(`
    SELECT tablename FROM pg_policies
    WHERE schemaname = 'public' AND 'public' = ANY (roles) AND (qual IS NULL OR with_check IS NULL)`);
  expect(oneSided).toEqual([]);
});

test('every index on a table of organizations starts with the organization', async () => {
  const others = await asOwner<{ name: string }>(`
    SELECT i.indexrelid::regclass::text AS name
    FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
    WHERE i.indrelid IN (SELECT attrelid FROM pg_attribute WHERE attname = 'organization_id')
      AND i.indrelid::regclass::text NOT LIKE '%.%' AND a.attname <> 'organization_id'`);
  // Deleting a person has to find the memberships, whatever the organization.
  expect(others.map(({ name }) => name)).toEqual(['memberships_of_user']);
});

test('an organization sees its own rows only', async () => {
  await within(glow.organizationId, () => addLocation('Downtown'));
  expect(await within(glow.organizationId, () => count('locations'))).toBe(1);
  expect(await within(zen.organizationId, () => count('locations'))).toBe(0);
  expect(await within(zen.organizationId, () => count('organizations'))).toBe(1);
  expect(await within(zen.organizationId, () => count('users'))).toBe(4);
});

test('an organization cannot write into another', async () => {
  const foreign = {
    organization_id: glow.organizationId,
    id: randomUUID(),
    name: 'Stolen',
    time_zone: 'UTC',
  };
  await expect(within(zen.organizationId, () => insert('locations', foreign))).rejects.toMatchObject({
    code: '42501',
  });
});

test('an organization cannot take a person in who is not its member', async () => {
  const stranger = { id: randomUUID(), email: 'new@spa.test', display_name: 'New', password_hash: 'none' };
  await expect(within(zen.organizationId, () => insert('users', stranger))).rejects.toMatchObject({
    code: '42501',
  });
});

describe('an organization made up to take over a person of another one', () => {
  const REFUSED = { code: '42501' };
  const asIntruder = (...statements: [string, unknown[]][]) => {
    const organizationId = randomUUID();
    return within(organizationId, async () => {
      await insert('organizations', { id: organizationId, name: 'Intruder' });
      const own = { id: randomUUID(), email: `${organizationId}@evil.test` };
      await insert('memberships', { organization_id: organizationId, user_id: own.id, role: 'admin' });
      await insert('users', { ...own, display_name: 'Intruder', password_hash: 'none' });
      for (const [sql, parameters] of statements) await currentEntityManager().query(sql, parameters);
    });
  };
  const victim = () => glow.members.admin.userId;

  test('cannot make that person its member', async () => {
    const membership = "INSERT INTO memberships VALUES (current_organization_id(), $1, 'admin')";
    await expect(asIntruder([membership, [victim()]])).rejects.toMatchObject(REFUSED);
  });

  test('cannot turn a membership of its own into one of that person', async () => {
    const change = 'UPDATE memberships SET user_id = $1';
    await expect(asIntruder([change, [victim()]])).rejects.toMatchObject(REFUSED);
  });

  test('cannot change the address a person signs in with', async () => {
    const change = 'UPDATE users SET email = $1';
    await expect(asIntruder([change, ['boss@spa.test']])).rejects.toMatchObject(REFUSED);
  });

  test('changes no password but those of its own members', async () => {
    await asIntruder(["UPDATE users SET password_hash = 'stolen'", []]);
    const changed = await asOwner<{ email: string }>(
      "SELECT email FROM users WHERE password_hash = 'stolen'",
    );
    expect(changed.map(({ email }) => email)).toEqual([expect.stringMatching(/@evil\.test$/)]);
  });
});

test('without an organization nothing is visible', async () => {
  const rows = await app.platform.database.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM organizations',
  );
  expect(rows[0]?.n).toBe(0);
});

test('outside of a scope a repository finds no connection at all', () => {
  expect(() => currentEntityManager()).toThrow(/no organization/);
});

test('a scope joins the open one of its organization, and refuses to reach into another', async () => {
  await within(glow.organizationId, async () => {
    const outer = currentEntityManager();
    await within(glow.organizationId, async () => expect(currentEntityManager()).toBe(outer));
    await expect(async () => within(zen.organizationId, async () => undefined)).rejects.toThrow(/another/);
  });
});

test('200 requests of two organizations at once over two connections never see each other', async () => {
  const seen = await Promise.all(
    Array.from({ length: 200 }, async (_, turn) => {
      const organization = turn % 2 === 0 ? glow : zen;
      return within(organization.organizationId, async () => {
        const rows = await currentEntityManager().query(
          'SELECT id, pg_sleep(random() * 0.002) FROM organizations',
        );
        return { asked: organization.organizationId, got: rows.map(({ id }: { id: string }) => id) };
      });
    }),
  );
  for (const { asked, got } of seen) expect(got).toEqual([asked]);
});

test('a connection that failed inside one organization carries nothing to the next', async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    await expect(
      within(glow.organizationId, () => currentEntityManager().query('SELECT 1/0')),
    ).rejects.toThrow();
    expect(await within(zen.organizationId, () => count('locations'))).toBe(0);
  }
});

test('sign-in finds a person by e-mail before the organization is known, and returns only what it needs', async () => {
  const { email, userId } = glow.members.admin;
  const rows = await app.platform.database.query('SELECT * FROM find_sign_in($1)', [email.toUpperCase()]);
  expect(rows).toEqual([
    {
      user_id: userId,
      organization_id: glow.organizationId,
      password_hash: expect.stringMatching(/^\$argon2/),
    },
  ]);
});

test('who is calling is looked up inside one organization, and the connection forgets it', async () => {
  const { query } = app.platform.database;
  const [session] = await asOwner<{ id: string; user_id: string }>(
    `SELECT id, user_id FROM sessions WHERE organization_id = '${glow.organizationId}' LIMIT 1`,
  );
  const find = ({ organizationId }: TestOrganization) =>
    query('SELECT role FROM find_session($1, $2, $3, 900)', [organizationId, session!.id, session!.user_id]);
  expect(await find(glow)).toHaveLength(1);
  expect(await find(zen)).toEqual([]);
  const seen = await Promise.all([1, 2].map(() => query('SELECT id FROM sessions')));
  expect(seen.flat()).toEqual([]);
});

test('the application refuses to connect as the owner', async () => {
  const { ownerUrl } = app.platform;
  const opened = openDatabase({
    ownerUrl,
    appUrl: ownerUrl,
    poolSize: 1,
    applicationName: 'test',
    entities: [],
  });
  await expect(opened).rejects.toThrow(/no superuser/);
});
