// The embedded PostgreSQL outlives an API that was killed. What stops the services stops it too, through its pid file.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProcess } from './process-table.mjs';

const PID_FILE = 'postmaster.pid';
const POLL_MS = 50;
const FAST_SHUTDOWN_MS = 15_000;

/**
 * Ends every PostgreSQL whose data lies under the folder.
 * @param {string} stateDirectory
 * @returns {Promise<number>} how many were still running
 */
export async function stopEmbeddedDatabases(stateDirectory) {
  const pids = postmasters(stateDirectory);
  await Promise.all(pids.map(stopPostmaster));
  return pids.length;
}

/** @param {string} stateDirectory @returns {number[]} */
export function postmasters(stateDirectory) {
  // Two ways may lead to the same data.
  const directories = new Set(dataDirectories(stateDirectory).map((directory) => realpathSync(directory)));
  return [...directories]
    .map((directory) => Number(readFileSync(path.join(directory, PID_FILE), 'utf8').split('\n')[0]))
    .filter((pid) => findProcess(pid)?.command.includes('postgres')); // A pid file outlives a crash, and numbers are used again.
}

/** @param {string} folder @param {number} [depth] @returns {string[]} */
function dataDirectories(folder, depth = 3) {
  if (!existsSync(folder)) return [];
  if (existsSync(path.join(folder, PID_FILE))) return [folder];
  if (depth === 0 || existsSync(path.join(folder, 'PG_VERSION'))) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink()) // A link, where the data had to live elsewhere.
    .flatMap((entry) => dataDirectories(path.join(folder, entry.name), depth - 1));
}

/** SIGINT is PostgreSQL's fast shutdown (sessions end, data is written), SIGQUIT its immediate one. @param {number} pid */
async function stopPostmaster(pid) {
  const identity = findProcess(pid)?.identity;
  const deadline = Date.now() + FAST_SHUTDOWN_MS;
  let insisted = false;
  signal(pid, 'SIGINT');
  while (identity && findProcess(pid)?.identity === identity) {
    if (!insisted && Date.now() > deadline) {
      signal(pid, 'SIGQUIT');
      insisted = true;
    }
    await sleep(POLL_MS);
  }
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}
