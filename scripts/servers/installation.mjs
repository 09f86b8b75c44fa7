// The built product in a temporary folder, on free ports: for benches and proofs, beside whatever else runs here.
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { CHILD_ENVIRONMENT, ROOT } from '../ecosystem/config.mjs';
import { stopEmbeddedDatabases } from '../ecosystem/database.mjs';
import { apiClient } from './api-client.mjs';
import { freePort } from './free-ports.mjs';
import { startServer } from './server-process.mjs';

/** @typedef {Awaited<ReturnType<typeof createInstallation>>} Installation */
/** @typedef {{ name: string } & import('./api-client.mjs').ApiClient} Spa an organization, called with a key of its administrator's */

const API = path.join(ROOT, 'apps/api');

/** What this machine's own installation is told must not reach ours. */
const NOTHING_FROM_HERE = {
  DATABASE_URL: '',
  DATABASE_APP_URL: '',
  DB_HOST: '',
  DB_PORT: '',
  DB_NAME: '',
  DB_USER: '',
  DB_PASSWORD: '',
  REDIS_URL: '',
  ENVIRONMENT: 'development',
  MODEL_DIR: '',
  AUDIT_ANCHOR_DIR: '',
};

const PERMISSIONS = [
  'uploads:create',
  'uploads:read',
  'reconciliation:start',
  'reconciliation:read',
  'reconciliation:decide',
  'predictions:create',
  'audit:read',
];

const run = promisify(execFile);

/** Bundles the API and the worker: some seconds. */
export async function buildApi() {
  await run(process.execPath, ['build.mjs'], { cwd: API });
}

/**
 * @param {object} options
 * @param {string} options.name  the folder's, for a person who looks into the temporary directory
 * @param {Record<string, string>} [options.environment]  of every process, above this repository's defaults
 */
export async function createInstallation({ name, environment = {} }) {
  const folder = mkdtempSync(path.join(os.tmpdir(), `medspasync-${name}-`));
  chmodSync(folder, 0o755); // The embedded PostgreSQL runs as another user and has to get through.
  const settings = { ...CHILD_ENVIRONMENT, ...NOTHING_FROM_HERE, LOCAL_DIR: folder, ...environment };
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  /** @type {Set<import('./server-process.mjs').Server>} */
  const running = new Set();

  /** @param {string} entry @param {string} readyWords @param {Record<string, string>} own */
  async function start(entry, readyWords, own) {
    const server = await startServer({
      command: process.execPath,
      args: [path.join(API, 'dist', entry)],
      environment: { ...settings, ...own },
      readyWords,
      log: path.join(folder, `${entry}.log`),
    });
    running.add(server);
    return server;
  }

  return {
    folder,
    /** @param {number} [ownPort] where there are several */
    startApi: (ownPort = port) =>
      start('main.js', 'the API is listening', {
        API_HOST: '127.0.0.1',
        API_PORT: String(ownPort),
        API_WORKERS: '0',
      }),
    /** @param {Record<string, string>} [own] in place of the installation's settings */
    startWorker: (own = {}) => start('worker.js', 'the worker is ready', own),
    /** @param {string} command an entry of the API @param {string[]} words @returns {Promise<string>} what it printed */
    async command(command, ...words) {
      const { stdout } = await run(process.execPath, [path.join(API, 'dist', command), ...words], {
        env: settings,
      });
      return stdout;
    },
    /** A new organization, with a key of its administrator's. The API has to run. @param {string} spa @returns {Promise<Spa>} */
    async createSpa(spa) {
      const email = `admin@${spa}.test`;
      const printed = await this.command('create-organization.js', '--name', spa, '--email', email);
      const password = /^ {2}(\S+)$/m.exec(printed)?.[1];
      const { access_token } = await apiClient(url, {}).call('POST', '/auth/login', {
        json: { email, password },
      });
      const administrator = apiClient(url, { Authorization: `Bearer ${access_token}` });
      const { key } = await administrator.call('POST', '/auth/api-keys', {
        json: { name: 'proof', permissions: PERMISSIONS },
      });
      return { name: spa, ...apiClient(url, { 'X-API-Key': key }) };
    },
    url,
    /** Ends everything and takes the files away. */
    async remove() {
      await Promise.all([...running].map((server) => server.stop()));
      await stopEmbeddedDatabases(folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
