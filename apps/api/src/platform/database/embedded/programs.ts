// Runs PostgreSQL's programs: the right account, a small environment, a directory that account can enter.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { serverAccount } from './account.ts';

const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Runs a program to its end. Resolves with its exit code and everything it printed. */
export function runProgram(
  file: string,
  args: readonly string[],
  cwd: string,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...serverAccount,
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Starts a server that outlives us if we are killed. Not through pg_ctl: as our own child it is reaped when it
 * stops, also where process 1 reaps nobody, as in many containers.
 */
export function startServer(file: string, args: readonly string[], cwd: string, log: string): ChildProcess {
  const output = openSync(log, 'a', 0o600);
  const child = spawn(file, args, {
    ...serverAccount,
    cwd,
    env: environment,
    stdio: ['ignore', output, output],
    detached: true,
  });
  closeSync(output);
  child.unref();
  return child;
}
