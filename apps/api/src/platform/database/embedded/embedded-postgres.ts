// A real PostgreSQL that npm installed: started on demand, adopted when already running, restarted when it dies,
// stopped by the last process that uses it.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from '../../logging/index.ts';
import { locateBinaries } from './binaries.ts';
import { type Cluster, OWNER, prepareCluster, startCluster, stopCluster } from './cluster.ts';
import { locateHome } from './home.ts';

export const DATABASE_NAME = 'medspasync';

/** Every process using the server holds this advisory lock, shared; who gets it alone is the last one. */
const LEASE_LOCK = 0x6d656473;

/** Crash recovery of a large database takes a while; a broken one should still be told apart from a slow one. */
const READY_TIMEOUT_MS = 60_000;

export interface EmbeddedPostgres {
  /** Connection URL of the owner. */
  url: string;
  home: string;
  stop(): Promise<void>;
}

/**
 * Makes sure the server on `<localDir>/postgres` runs and holds a lease on it until `stop`.
 * A server that dies under us is started again on the same port; clients reconnect by themselves.
 */
export async function startEmbeddedPostgres(options: {
  localDir: string;
  logger: Logger;
  settings?: Record<string, string>;
}): Promise<EmbeddedPostgres> {
  const { logger } = options;
  const { directory: home, note } = locateHome(options.localDir);
  if (note) logger.warn(note);
  const cluster = await prepareCluster(home, locateBinaries(home), options.settings ?? {});
  let stopping = false;
  let restarting: Promise<void> | undefined;
  const isWanted = (): boolean => !stopping;
  let lease = await acquireLease(cluster, isWanted);
  const port = lease.port;

  function watch(held: pg.Client): void {
    // 'error' is followed by 'end'; without a listener it would end the process.
    held.on('error', () => undefined);
    held.once('end', () => {
      if (!stopping) restarting = restart();
    });
  }

  async function restart(): Promise<void> {
    logger.error('the embedded database went away; starting it again');
    while (!stopping) {
      try {
        lease = await acquireLease(cluster, isWanted);
        watch(lease);
        logger.info('the embedded database is back');
        return;
      } catch (error) {
        if (stopping) return;
        logger.error({ err: error }, 'the embedded database did not start');
        await sleep(1000);
      }
    }
  }

  watch(lease);
  await createDatabase(lease);
  return {
    url: `postgres://${OWNER}:${cluster.password}@127.0.0.1:${port}/${DATABASE_NAME}`,
    home,
    async stop() {
      stopping = true;
      // A restart under way would otherwise bring the server back after it was stopped.
      await restarting;
      // The lock is held until the server is down: who starts meanwhile waits for it and then starts its own.
      if (await isLastUser(lease)) await stopCluster(cluster);
      await lease.end().catch(() => undefined);
    },
  };
}

/** Starts or adopts the server and connects; a server that another process is just stopping is waited for. */
async function acquireLease(cluster: Cluster, isWanted: () => boolean): Promise<pg.Client> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const port = await startCluster(cluster);
    const client = new pg.Client({
      host: '127.0.0.1',
      port,
      user: OWNER,
      password: cluster.password,
      database: 'postgres',
      application_name: 'medspasync lease',
      keepAlive: true,
    });
    try {
      await client.connect();
      await client.query('SELECT pg_advisory_lock_shared($1)', [LEASE_LOCK]);
      return client;
    } catch (error) {
      client.on('error', () => undefined);
      await client.end().catch(() => undefined);
      if (!isWanted() || Date.now() > deadline)
        throw new Error('PostgreSQL did not become ready', { cause: error });
      await sleep(100);
    }
  }
}

async function createDatabase(owner: pg.Client): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
  if (rowCount) return;
  try {
    await owner.query(`CREATE DATABASE ${DATABASE_NAME}`);
  } catch (error) {
    // Two first starts at once: the other one created it (duplicate_database, or its unique index).
    if (!['42P04', '23505'].includes((error as pg.DatabaseError).code ?? '')) throw error;
  }
}

async function isLastUser(lease: pg.Client): Promise<boolean> {
  try {
    await lease.query('SELECT pg_advisory_unlock_shared($1)', [LEASE_LOCK]);
    const { rows } = await lease.query('SELECT pg_try_advisory_lock($1) AS alone', [LEASE_LOCK]);
    return rows[0].alone === true;
  } catch {
    // The server is not answering: whatever is left of it is ours to stop.
    return true;
  }
}
