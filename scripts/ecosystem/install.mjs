// Installs the dependencies, when what npm recorded in node_modules is not what the lock file asks for.
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CHILD_ENVIRONMENT, LOGS, NPM_CACHE, ROOT } from './config.mjs';
import { createProgress } from './progress.mjs';
import { runTool } from './run-tool.mjs';
import { makeWritable, mustBeWritable } from './writable.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */

/** @param {import('./progress.mjs').Progress} [progress] */
export async function ensureInstalled(progress = createProgress()) {
  if (isInstalled(ROOT)) return;
  makeWritable(NPM_CACHE, 'npm keeps its cache there; set npm_config_cache to a folder that is');
  mustBeWritable(os.tmpdir(), 'npm and the builds need it; set TMPDIR to a folder that is');
  makeWritable(LOGS, 'logs are kept there; make it writable for this user');
  await progress.step('Installing dependencies', async () => {
    await runTool({
      command: 'npm',
      // The builds need development dependencies, also where NODE_ENV or a user's .npmrc would leave them out.
      args: ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline'],
      directory: ROOT,
      environment: CHILD_ENVIRONMENT,
      log: path.join(LOGS, 'install.log'),
      failure: 'The dependencies could not be installed',
    });
  });
}

/**
 * npm writes its own record as the last act of an install, so one that was cut short is seen as well.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const present = readPackages(path.join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  const agrees = Object.entries(wanted)
    .filter(([location]) => location.startsWith('node_modules/') || location.includes('/node_modules/'))
    .every(([location, entry]) => {
      const found = present[location];
      if (!found) return Boolean(entry.optional); // For another platform, mostly.
      return found.version === entry.version && found.integrity === entry.integrity;
    });
  return agrees && existsSync(path.join(root, 'node_modules/.bin/turbo'));
}

/** @param {string} file @returns {Packages | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
