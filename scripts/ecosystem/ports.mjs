// Is a port free, and if not, who has it.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { findProcess } from './process-table.mjs';

/** @param {number} port @returns {Promise<boolean>} */
export async function isPortFree(port) {
  // `::` also claims IPv4, so a listener on either family is found; a machine without IPv6 is asked about IPv4 only.
  const outcome = await tryToListen(port, '::');
  return outcome === 'no such family' ? (await tryToListen(port, '0.0.0.0')) === 'free' : outcome === 'free';
}

/** @param {number} port @param {string} host @returns {Promise<'free' | 'taken' | 'no such family'>} */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve(error.code === 'EAFNOSUPPORT' || error.code === 'EADDRNOTAVAIL' ? 'no such family' : 'taken'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve('free')));
  });
}

/**
 * Names the process that listens on a port, as far as this user may know.
 * @param {number} port
 * @returns {string} such as `pid 4711 (node server.js)`
 */
export function portHolder(port) {
  const pid = existsSync('/proc/net/tcp') ? listenerFromProc(port) : listenerFromLsof(port);
  if (!pid) return 'another process';
  const command = findProcess(pid)?.command;
  return command
    ? `pid ${pid} (${command.length > 80 ? `${command.slice(0, 79)}…` : command})`
    : `pid ${pid}`;
}

const LISTEN = '0A';

/** @param {number} port */
function listenerFromProc(port) {
  const inodes = new Set(
    ['/proc/net/tcp', '/proc/net/tcp6']
      .filter(existsSync)
      .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').slice(1))
      .map((line) => line.trim().split(/\s+/))
      .filter(
        ([, local, , state]) => state === LISTEN && Number.parseInt(local?.split(':')[1] ?? '', 16) === port,
      )
      .map((fields) => `socket:[${fields[9]}]`),
  );
  if (inodes.size === 0) return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => holdsOne(pid, inodes));
}

/** @param {number} pid @param {Set<string>} sockets */
function holdsOne(pid, sockets) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((descriptor) => {
      try {
        return sockets.has(readlinkSync(`/proc/${pid}/fd/${descriptor}`));
      } catch {
        return false; // Closed while we looked.
      }
    });
  } catch {
    return false; // Another user's process, or one that just ended.
  }
}

/** @param {number} port */
function listenerFromLsof(port) {
  try {
    const text = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' });
    return Number(text.split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}
