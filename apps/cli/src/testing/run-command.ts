// The command as a process, for tests.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../launch.cjs', import.meta.url));

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command in `folder`; `shell` may set limits before it. */
export function runCommand(folder: string, argv: readonly string[], shell = ''): Promise<Ended> {
  const command = `${shell} exec "${process.execPath}" "${COMMAND}" "$@"`;
  const child = spawn('/bin/sh', ['-c', command, 'sh', ...argv], { cwd: folder });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
