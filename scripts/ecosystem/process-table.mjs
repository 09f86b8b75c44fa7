// Who runs on this machine. Apart from process.mjs because only this file knows /proc and ps.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * @typedef {object} ProcessRow
 * @property {number} pid
 * @property {number} group     process group id
 * @property {string} identity  changes when the pid is given to another process, also across reboots
 * @property {string} command
 */

const ON_LINUX = existsSync('/proc/self/stat');

/** All processes but the dead ones that nobody has collected yet: in a container without an init those stay for ever.
 * @returns {ProcessRow[]} */
export function processTable() {
  return ON_LINUX ? fromProc() : fromPs();
}

/** @param {number} pid @returns {ProcessRow | undefined} */
export function findProcess(pid) {
  if (ON_LINUX) return readProc(pid);
  return processTable().find((row) => row.pid === pid);
}

function fromProc() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProc(Number(name)))
    .filter((row) => row !== undefined);
}

/** @param {number} pid @returns {ProcessRow | undefined} */
function readProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may itself hold spaces and parentheses, so fields count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, , group] = fields;
    if (state === 'Z' || state === 'X') return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, group: Number(group), identity: `${bootId()}:${fields[19]}`, command };
  } catch {
    return undefined; // It ended while we looked.
  }
}

/** @type {string | undefined} */
let knownBootId;
function bootId() {
  knownBootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return knownBootId;
}

function fromPs() {
  const text = execFileSync('ps', ['-A', '-o', 'pid=,pgid=,stat=,lstart=,command='], {
    encoding: 'utf8',
    env: { PATH: '/bin:/usr/bin', LC_ALL: 'C' },
  });
  return text
    .split('\n')
    .map((line) => line.match(/^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\w+ +\w+ +\d+ +[\d:]+ +\d+)\s+(.*)$/))
    .filter((match) => match !== null)
    .filter(([, , , state]) => !state?.startsWith('Z'))
    .map(([, pid, group, , startedAt, command]) => ({
      pid: Number(pid),
      group: Number(group),
      identity: String(startedAt),
      command: String(command),
    }));
}
