// What postmaster.pid says about a data directory, and whether to believe it.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

export interface Postmaster {
  pid: number;
  port: number;
}

const pidFile = (data: string): string => path.join(data, 'postmaster.pid');

/**
 * The live server on a data directory. A file left by a server that was killed is removed: PostgreSQL itself
 * refuses to start when the number in it now belongs to any other process.
 */
export function livePostmaster(data: string): Postmaster | undefined {
  if (!existsSync(pidFile(data))) return undefined;
  const lines = readFileSync(pidFile(data), 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (pid > 0 && commandOf(pid).includes(data)) {
    // The port is written a moment after the process number.
    return port > 0 ? { pid, port } : undefined;
  }
  rmSync(pidFile(data), { force: true });
  return undefined;
}

/** The command line of a process; empty when there is none. */
function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
