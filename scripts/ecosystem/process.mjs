// One service as a process group of its own: launched detached, remembered in a pid file, ended as a whole.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProcess, processTable } from './process-table.mjs';

/** @typedef {import('./ecosystem.mjs').Ecosystem} Ecosystem */
/** @typedef {import('./services.mjs').Service} Service */
/** @typedef {{ pid: number, identity: string }} ProcessRecord */

// The API may finish a batch and close its database before it leaves.
const GRACE_MS = 20_000;
const POLL_MS = 50;

/** @param {Ecosystem} ecosystem @param {Service} service */
export const pidFile = (ecosystem, service) => path.join(ecosystem.runDirectory, `${service.name}.json`);

/** @param {Ecosystem} ecosystem @param {Service} service */
export const logFile = (ecosystem, service) => path.join(ecosystem.logsDirectory, `${service.name}.log`);

/**
 * Starts the service's own package.json script, without npm in between: the signals reach the server itself, and the
 * script stays the one place that says how a workspace is served.
 * @param {Ecosystem} ecosystem
 * @param {Service} service
 */
export function launch(ecosystem, service) {
  const manifest = JSON.parse(readFileSync(path.join(service.directory, 'package.json'), 'utf8'));
  const script = manifest.scripts?.[service.script];
  if (!script) throw new Error(`${service.workspace} has no script named ${service.script}.`);

  const log = logFile(ecosystem, service);
  if (existsSync(log)) renameSync(log, `${log}.1`);
  const descriptor = openSync(log, 'a');
  try {
    const child = spawn('sh', ['-c', `exec ${script}`], {
      cwd: service.directory,
      detached: true,
      stdio: ['ignore', descriptor, descriptor],
      env: ecosystem.childEnvironment,
    });
    child.on('error', () => {}); // Seen as a process that is not there; the caller reports it.
    if (child.pid) writeFileSync(pidFile(ecosystem, service), JSON.stringify(describeProcess(child.pid)));
    child.unref();
  } finally {
    closeSync(descriptor);
  }
}

/** @param {number} pid @returns {ProcessRecord} */
export function describeProcess(pid) {
  return { pid, identity: findProcess(pid)?.identity ?? 'ended' };
}

/** @param {ProcessRecord} record */
export function isSameProcess(record) {
  return findProcess(record.pid)?.identity === record.identity;
}

/**
 * @param {string} file
 * @returns {ProcessRecord | undefined} nothing when the file is missing or was cut off by a crash
 */
export function readRecord(file) {
  try {
    const record = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(record.pid) && record.pid > 1 ? record : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The service's first process, while it runs.
 * @param {Ecosystem} ecosystem
 * @param {Service} service
 * @returns {number | undefined} its pid
 */
export function runningPid(ecosystem, service) {
  const record = readRecord(pidFile(ecosystem, service));
  return record && isSameProcess(record) ? record.pid : undefined;
}

/**
 * Everything that still lives of the service, also workers whose parent was killed.
 * @param {ProcessRecord} record
 * @returns {number[]} pids
 */
function survivors(record) {
  const leader = findProcess(record.pid);
  // The system gives a number to no new process while a group bears it: another identity means that all of ours ended.
  if (leader && leader.identity !== record.identity) return [];
  return processTable()
    .filter((row) => row.group === record.pid)
    .map((row) => row.pid);
}

/**
 * Ends the whole group: asks first, insists after 20 seconds.
 * @param {Ecosystem} ecosystem
 * @param {Service} service
 * @returns {Promise<boolean>} whether there was anything to end
 */
export async function halt(ecosystem, service) {
  const file = pidFile(ecosystem, service);
  const record = readRecord(file);
  const wasRunning = record ? await endGroup(record) : false;
  rmSync(file, { force: true });
  return wasRunning;
}

/**
 * The first process is asked alone, so that it can end its workers in its own order; whoever outlives it is asked then.
 * @param {ProcessRecord} record
 * @param {number} [graceMs]
 * @returns {Promise<boolean>} whether there was anything to end
 */
export async function endGroup(record, graceMs = GRACE_MS) {
  if (survivors(record).length === 0) return false;
  if (isSameProcess(record)) signal(record.pid, 'SIGTERM');
  let groupAsked = false;
  const deadline = Date.now() + graceMs;
  while (survivors(record).length > 0) {
    if (Date.now() > deadline) signal(-record.pid, 'SIGKILL');
    else if (!groupAsked && !isSameProcess(record)) {
      signal(-record.pid, 'SIGTERM');
      groupAsked = true;
    }
    await sleep(POLL_MS);
  }
  return true;
}

/** @param {number} target a pid, or a group's with a minus before it @param {NodeJS.Signals} name */
function signal(target, name) {
  try {
    process.kill(target, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * The end of a log, for a person who wants to know why.
 * @param {string} file
 * @param {number} [count]
 */
export function lastLines(file, count = 20) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count);
}
