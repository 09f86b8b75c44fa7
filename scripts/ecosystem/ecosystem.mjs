// What the commands work on. A value rather than globals, so that tests run the same commands on a toy ecosystem.
import path from 'node:path';
import { buildServices } from './build.mjs';
import { CHILD_ENVIRONMENT, LOGS, ROOT, SANDBOX_ENABLED } from './config.mjs';
import { ensureInstalled } from './install.mjs';
import { isSandboxSeeded, seedSandbox } from './sandbox.mjs';
import { SERVICES } from './services.mjs';

/** @typedef {import('./progress.mjs').Progress} Progress */
/** @typedef {import('./services.mjs').Service} Service */

/**
 * @typedef {object} Ecosystem
 * @property {string} root
 * @property {string} stateDirectory  `.local`: everything that outlives a command, the embedded database included
 * @property {string} runDirectory    pid files and the lock
 * @property {string} logsDirectory   one log per service
 * @property {Service[]} services
 * @property {string} databaseOwner   the service that starts the embedded database
 * @property {NodeJS.ProcessEnv} childEnvironment
 * @property {number} healthTimeoutMs how long a service may take until it answers
 * @property {(ecosystem: Ecosystem, services: Service[], progress: Progress) => Promise<void>} prepare
 *           makes the services launchable: installs and builds what is stale
 * @property {Record<string, FollowUp>} afterHealthy  what to do once the named service has come up
 */

/**
 * @typedef {object} FollowUp
 * @property {(ecosystem: Ecosystem, progress: Progress) => Promise<void>} run
 * @property {(ecosystem: Ecosystem) => boolean} isDone whether the last run came to its end
 */

/** @type {Ecosystem} */
export const MEDSPASYNC = {
  root: ROOT,
  stateDirectory: path.join(ROOT, '.local'),
  runDirectory: path.join(ROOT, '.local/run'),
  logsDirectory: LOGS,
  services: SERVICES,
  databaseOwner: 'backend',
  childEnvironment: CHILD_ENVIRONMENT,
  healthTimeoutMs: 90_000,
  prepare: async (ecosystem, services, progress) => {
    await ensureInstalled(progress);
    await buildServices(ecosystem, services, progress);
  },
  afterHealthy: SANDBOX_ENABLED ? { backend: { run: seedSandbox, isDone: isSandboxSeeded } } : {},
};
