// Brings a database to the schema this version needs: the application role, our migrations, the queue's.
import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { APP_ROLE, appPassword, appUrl } from './connection-urls.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** Only one process migrates at a time; the others wait and then find nothing to do. */
const MIGRATION_LOCK = 0x6d6d6967;

export const QUEUE_SCHEMA = 'bullmq';

/** @param givenAppUrl the application's own login, when an administrator manages roles. */
export async function migrate(ownerUrl: string, givenAppUrl: string | undefined): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'medspasync migrate' });
  await owner.connect();
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await prepareAppRole(owner, ownerUrl, givenAppUrl !== undefined);
    await migrateTables(ownerUrl);
    await runQueueMigrations(owner, QUEUE_SCHEMA);
    await grantQueue(owner);
  } finally {
    await owner.end();
  }
}

/**
 * Makes the role if there is none, able to sign in with the password derived from the owner's. Where an administrator
 * manages roles it only carries the privileges, for a login of the administrator's own.
 */
async function prepareAppRole(owner: pg.Client, ownerUrl: string, managed: boolean): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
  if (rowCount && (managed || (await canSignIn(appUrl(ownerUrl))))) return;
  const verb = rowCount ? 'ALTER' : 'CREATE';
  const login = managed ? 'NOLOGIN' : `LOGIN PASSWORD ${owner.escapeLiteral(appPassword(ownerUrl))}`;
  try {
    await owner.query(`${verb} ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE ${login}`);
  } catch (error) {
    // Roles belong to the whole server: another database's migration did the same in the same moment.
    if (!['42710', '23505', 'XX000'].includes((error as pg.DatabaseError).code ?? '')) throw error;
  }
}

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function migrateTables(ownerUrl: string): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    extra: { max: 1 },
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

/** The queue's tables hold ids of jobs and organizations, never their contents. */
async function grantQueue(owner: pg.Client): Promise<void> {
  await owner.query(`
    GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
  `);
}
