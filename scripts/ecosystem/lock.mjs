// One command at a time changes what runs. The lock names its holder, so one left by a killed command is recognised.
import { linkSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeProcess, isSameProcess, readRecord } from './process.mjs';

/** @typedef {import('./ecosystem.mjs').Ecosystem} Ecosystem */

const POLL_MS = 100;

/**
 * Takes the lock and gives back how to release it. While another command holds it, `onWait` is told once, with that
 * command's pid, and the call waits: a second `start` then finds everything running.
 * @param {Ecosystem} ecosystem
 * @param {(holderPid: number) => void} onWait
 * @returns {Promise<() => void>}
 */
export async function takeLock(ecosystem, onWait) {
  const lock = path.join(ecosystem.runDirectory, 'lock.json');
  const mine = JSON.stringify(describeProcess(process.pid));
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, mine);
  try {
    for (let waiting = false; !claim(draft, lock); await sleep(POLL_MS)) {
      const holder = readRecord(lock);
      if (holder && isSameProcess(holder)) {
        if (!waiting) onWait(holder.pid);
        waiting = true;
      } else {
        discardStale(lock);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return () => rmSync(lock, { force: true });
}

/** A hard link appears whole or not at all, so nobody ever reads half a lock. @param {string} draft @param {string} lock */
function claim(draft, lock) {
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moved aside before it is removed: if another waiter was faster and this is already its fresh lock, it is put back.
 * @param {string} lock
 */
function discardStale(lock) {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
    const record = readRecord(aside);
    if (record && isSameProcess(record)) linkSync(aside, lock);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** @param {Ecosystem} ecosystem @returns {number | undefined} pid of the command that holds the lock now */
export function lockHolder(ecosystem) {
  const record = readRecord(path.join(ecosystem.runDirectory, 'lock.json'));
  return record && isSameProcess(record) ? record.pid : undefined;
}
