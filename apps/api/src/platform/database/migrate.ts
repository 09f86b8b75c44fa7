// Brings a database to the schema this version needs: the application role, our migrations, the queue's.
import { runMigrations as runQueueMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { APP_ROLE, appPassword } from './connection-urls.ts';
import { MIGRATIONS } from './migrations/index.ts';

/** Only one process migrates at a time; the others wait and then find nothing to do. */
const MIGRATION_LOCK = 0x6d6d6967;

export const QUEUE_SCHEMA = 'bullmq';

/** @param appUrl the application's own login, when an administrator manages roles. */
export async function migrate(ownerUrl: string, appUrl: string | undefined): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'medspasync migrate' });
  await owner.connect();
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await createAppRole(owner, appUrl ? undefined : appPassword(ownerUrl));
    await migrateTables(ownerUrl);
    await runQueueMigrations(owner, QUEUE_SCHEMA);
    await grantQueue(owner);
  } finally {
    await owner.end();
  }
}

/** Without a password the role cannot sign in; it then only carries the privileges for the administrator's own. */
async function createAppRole(owner: pg.Client, password: string | undefined): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  if (rowCount && !password) return;
  const login = password ? `LOGIN PASSWORD ${owner.escapeLiteral(password)}` : 'NOLOGIN';
  try {
    await owner.query(`${verb} ROLE ${APP_ROLE} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE ${login}`);
  } catch (error) {
    // Roles belong to the whole server: another database's migration did the same in the same moment.
    if (!['42710', '23505', 'XX000'].includes((error as pg.DatabaseError).code ?? '')) throw error;
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
