// Creates a data directory, and starts and stops the server on it. Knows nothing of who uses it.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveToServer } from './account.ts';
import { type Binaries, placeDirectory } from './binaries.ts';
import { livePostmaster } from './postmaster.ts';
import { runProgram, startServer } from './programs.ts';

/** Name of the embedded cluster's owner, who migrates. */
export const OWNER = 'medspasync_owner';

/** First port tried; the one found is kept, so that a restarted server is where its clients look. */
const FIRST_PORT = 5433;

/** A busy process of a killed server keeps its shared memory until its statement ends; then the next attempt succeeds. */
const START_ATTEMPTS = 50;

export interface Cluster {
  home: string;
  data: string;
  password: string;
  binaries: Binaries;
  /** Server settings beyond ours, for example `fsync=off` for tests. */
  settings: Record<string, string>;
}

/** Creates the data directory if there is none: beside its place, then renamed, so a half-made one is never used. */
export async function prepareCluster(
  home: string,
  binaries: Binaries,
  settings: Record<string, string>,
): Promise<Cluster> {
  const cluster = { home, data: path.join(home, 'data'), password: passwordIn(home), binaries, settings };
  if (existsSync(path.join(cluster.data, 'PG_VERSION'))) return cluster;
  const workspace = mkdtempSync(path.join(home, 'initdb-'));
  const [data, passwordFile] = [path.join(workspace, 'data'), path.join(workspace, 'password')];
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  for (const file of [workspace, data, passwordFile]) giveToServer(file);
  try {
    const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const login = ['-U', OWNER, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256'];
    const args = ['-D', data, ...login, '-E', 'UTF8', ...locale];
    const { code, output } = await runProgram(binaries.initdb, args, workspace);
    if (code !== 0) throw new Error(`initdb failed: ${output.trim()}`);
    placeDirectory(data, cluster.data);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
  return cluster;
}

/**
 * The port of the running server, started if need be; adopts one that a killed parent left running. It may still be
 * recovering and refuse connections for a while.
 */
export async function startCluster(cluster: Cluster): Promise<number> {
  for (let attempt = 1; attempt <= START_ATTEMPTS; attempt += 1) {
    const running = livePostmaster(cluster.data);
    if (running) return running.port;
    await launch(cluster, await portFor(cluster.home));
  }
  throw new Error(`PostgreSQL did not start: ${lastLines(logOf(cluster))}`);
}

/** Starts the server and waits until it has claimed the data directory or ended. */
async function launch(cluster: Cluster, port: number): Promise<void> {
  const settings = Object.entries({
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // Statements and DETAIL lines carry rows; rows are patients.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...cluster.settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', cluster.data, ...settings];
  const server = startServer(cluster.binaries.postgres, args, cluster.home, logOf(cluster));
  let failure: Error | undefined;
  server.once('error', (error) => {
    failure = error;
  });
  while (server.exitCode === null && server.signalCode === null) {
    if (failure) throw failure;
    if (livePostmaster(cluster.data)) return;
    await sleep(20);
  }
  // The processes of a killed server let go of its shared memory within a moment.
  await sleep(300);
}

/** Stops the server: open transactions are rolled back, everything committed is on disk. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  if (!livePostmaster(cluster.data)) return;
  const args = ['-D', cluster.data, '-m', 'fast', '-w', '-t', '30', 'stop'];
  await runProgram(cluster.binaries.pgCtl, args, cluster.home);
}

const logOf = (cluster: Cluster): string => path.join(cluster.home, 'server.log');

function passwordIn(home: string): string {
  const file = path.join(home, 'owner-password');
  if (existsSync(path.join(home, 'data')) && !existsSync(file))
    throw new Error(`${file} is missing: without it nobody can sign in to the database beside it.`);
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

async function portFor(home: string): Promise<number> {
  const file = path.join(home, 'port');
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : FIRST_PORT;
  const candidates = [remembered, ...Array.from({ length: 200 }, (_, offset) => FIRST_PORT + offset)];
  for (const port of candidates) {
    if (!(await isFree(port))) continue;
    writeFileSync(file, String(port));
    return port;
  }
  throw new Error(`No free port for the embedded database from ${FIRST_PORT} to ${FIRST_PORT + 199}.`);
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

const lastLines = (log: string): string =>
  readFileSync(log, 'utf8').trimEnd().split('\n').slice(-5).join(' | ');
