// The application's connection pool, opened as the role that row-level security binds.
import pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { APP_ROLE, appUrl } from './connection-urls.ts';
import { type WithinOrganization, withinOrganizationOf } from './organization-scope.ts';
import { timedClient } from './timed-client.ts';

// biome-ignore lint/complexity/noBannedTypes: TypeORM's own type for an entity class.
type Entity = Function | EntitySchema;

/** A statement that runs longer was written wrongly or waits on a lock; it must not hold a connection for ever. */
const STATEMENT_TIMEOUT_MS = 120_000;

export interface Database {
  withinOrganization: WithinOrganization;
  /** For SQL that belongs to no organization: the security-definer functions, `SELECT 1`. */
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** For what opens its own connections, such as the queue. */
  url: string;
  /** Of the pool, right now. */
  poolCounts(): PoolCounts;
  close(): Promise<void>;
}

export interface PoolCounts {
  in_use: number;
  idle: number;
  /** Requests that wait for a connection. */
  waiting: number;
}

/**
 * @param options.ownerUrl the owner's; the application role's is derived from it unless `appUrl` is given.
 * @throws when the role could see past row-level security.
 */
export async function openDatabase(options: {
  ownerUrl: string;
  appUrl?: string | undefined;
  poolSize: number;
  applicationName: string;
  entities: Entity[];
  /** Told the seconds of every statement. */
  onQuery?: (seconds: number) => void;
}): Promise<Database> {
  const url = options.appUrl ?? appUrl(options.ownerUrl);
  await refusePowerfulRole(url);
  const dataSource = new DataSource({
    type: 'postgres',
    url,
    entities: options.entities,
    applicationName: options.applicationName,
    extra: {
      max: options.poolSize,
      ...(options.onQuery ? { Client: timedClient(options.onQuery) } : {}),
      statement_timeout: STATEMENT_TIMEOUT_MS,
      idle_in_transaction_session_timeout: STATEMENT_TIMEOUT_MS,
      connectionTimeoutMillis: 10_000,
    },
    // TypeORM logs statements with their parameters, which are patient data.
    logging: false,
  });
  await dataSource.initialize();
  return {
    withinOrganization: withinOrganizationOf(dataSource),
    query: (sql, parameters) => dataSource.query(sql, parameters),
    url,
    poolCounts: () => countsOf(dataSource),
    close: () => dataSource.destroy(),
  };
}

function countsOf(dataSource: DataSource): PoolCounts {
  const { idleCount, totalCount, waitingCount } = (dataSource.driver as PostgresDriver).master as pg.Pool;
  return { in_use: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

async function refusePowerfulRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`
      SELECT rolsuper OR rolbypassrls AS powerful, pg_has_role(current_user, '${APP_ROLE}', 'USAGE') AS member,
             EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user) AS owner
      FROM pg_roles WHERE rolname = current_user`);
    if (rows[0].powerful || rows[0].owner || !rows[0].member)
      throw new Error(
        `DATABASE_APP_URL must name a role that is a member of ${APP_ROLE} and is no superuser, has no BYPASSRLS and owns no table.`,
      );
  } finally {
    await client.end();
  }
}
