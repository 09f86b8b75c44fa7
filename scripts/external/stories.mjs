// The stories in a browser against two API processes behind a balancer and two workers. The workers stand for other
// machines: each has a folder of its own, knows the database and the keys, and nothing else: no Redis, no shared disk.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { API_PORT, CHILD_ENVIRONMENT, ROOT } from '../ecosystem/config.mjs';
import { freePorts } from '../servers/free-ports.mjs';
import { startServer } from '../servers/server-process.mjs';
import { startBalancer } from './balancer.mjs';
import { outcomeIn, runHere } from './run.mjs';

const DIST = path.join(ROOT, 'apps/api/dist');

const newKey = () => `${randomBytes(32).toString('base64url')}=`;

/**
 * @param {{ databaseUrl: string, redisUrl: string }} servers @param {string} folder
 * @param {string} [words] of the names of the stories, a regular expression; default: all
 * @returns {Promise<import('./run.mjs').Outcome>}
 */
export async function runStories({ databaseUrl, redisUrl }, folder, words = '') {
  const [secondPort = 0, balancerPort = 0] = await freePorts(2);
  const keys = { FERNET_KEYS: newKey(), AUDIT_KEYS: newKey() };
  const worker = { DATABASE_URL: databaseUrl, ...keys };
  const url = `http://localhost:${balancerPort}`;
  const api = {
    ...worker,
    REDIS_URL: redisUrl,
    JWT_SECRET: newKey(),
    API_WORKERS: '0',
    VITE_API_BASE_URL: url,
    NEXT_PUBLIC_API_BASE_URL: url,
    PUBLIC_API_BASE_URL: url,
  };
  /** @param {string} name @param {string} entry @param {string} readyWords @param {NodeJS.ProcessEnv} environment */
  const start = (name, entry, readyWords, environment) => {
    const home = path.join(folder, name);
    mkdirSync(home);
    return startServer({
      command: process.execPath,
      args: [path.join(DIST, entry)],
      environment: { ...environment, LOCAL_DIR: home },
      readyWords,
      log: path.join(folder, `${name}.log`),
      directory: home,
    });
  };

  /** @type {{ stop: () => Promise<unknown> }[]} */
  const running = [];
  try {
    // Built as the ecosystem builds it, which then finds it fresh: the workers read from it while they run.
    if (
      (await runHere(
        'turbo',
        ['run', 'build', '--filter=@medspasync/api', '--output-logs=errors-only'],
        api,
      )) !== 0
    )
      return { passed: 0, failed: 1, skipped: 0 };
    const { PATH } = CHILD_ENVIRONMENT;
    for (const name of ['worker-1', 'worker-2'])
      running.push(
        await start(name, 'worker.js', 'the worker is ready', { PATH, ...worker, ENVIRONMENT: 'production' }),
      );
    running.push(
      await start('api-2', 'main.js', 'the API is listening', {
        ...CHILD_ENVIRONMENT,
        ...api,
        API_PORT: String(secondPort),
      }),
    );
    const balancer = await startBalancer(balancerPort, [API_PORT, secondPort]);
    running.push({ stop: async () => balancer.close() && balancer.closeAllConnections() });
    const report = path.join(folder, 'stories.json');
    const args = ['test', '--config', 'apps/e2e/playwright.config.ts', '--grep', words];
    const code = await runHere('playwright', args, {
      ...api,
      API_PROCESSES: '2',
      STORIES_REPORT: report,
    });
    return outcomeIn(report, code, ({ stats }) => ({
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky,
      skipped: stats.skipped,
    }));
  } finally {
    for (const server of running.reverse()) await server.stop();
  }
}
