// What a process has used so far, as Linux counts it. Elsewhere there are no such files, and the figures are unknown.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const BYTES_PER_KB = 1024;
const WATCH_INTERVAL_MS = 100;

/** @typedef {{ residentBytes: number, peakBytes: number }} Memory */

/** Of all its threads. @param {number} pid @returns {Memory} NaN where unknown */
export function memoryOf(pid) {
  const status = readOf(pid, 'status');
  const bytes = (/** @type {string} */ name) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) * BYTES_PER_KB;
  return { residentBytes: bytes('VmRSS'), peakBytes: bytes('VmHWM') };
}

/**
 * Seconds of processor, all its threads together.
 * @param {number} pid
 * @param {'alone' | 'with children'} family  PostgreSQL is a family; a server that happened to start one is not
 * @returns {number} NaN where unknown
 */
export function processorSecondsOf(pid, family) {
  if (family === 'alone') return own(pid);
  return pidsBelow(pid).reduce((sum, child) => sum + own(child), own(pid) + ended(pid));
}

/** @param {number} pid */
const own = (pid) => ticks(pid, 14) + ticks(pid, 15);
/** Of its children that have ended. @param {number} pid */
const ended = (pid) => ticks(pid, 16) + ticks(pid, 17);

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** @param {number} pid @param {number} field as proc(5) numbers them */
function ticks(pid, field) {
  // The name in parentheses may hold anything, blanks included; what follows it begins with field 3.
  const fields = readOf(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return Number(fields[field - 3]) / ticksPerSecond;
}

/** @param {number} pid @returns {number[]} */
function pidsBelow(pid) {
  const text = readOf(pid, `task/${pid}/children`);
  return text.trim() === '' ? [] : text.trim().split(' ').map(Number);
}

/** @param {number} pid @param {string} name */
function readOf(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return ''; // No such system, or the process has just ended.
  }
}

/**
 * Looks at processes again and again, for what no process counts itself: the most they held at one time together.
 * @param {readonly number[]} pids
 */
export function watchMemory(pids) {
  let together = 0;
  const look = () => {
    const sum = pids.reduce((bytes, pid) => bytes + memoryOf(pid).residentBytes, 0);
    together = Math.max(together, sum);
  };
  const timer = setInterval(look, WATCH_INTERVAL_MS);
  return {
    /** @returns the most bytes at one time */
    stop() {
      clearInterval(timer);
      look();
      return together;
    },
  };
}
