// The services, handled by the script a newcomer uses.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const script = path.resolve(import.meta.dirname, '../../../scripts/start_ecosystem.sh');

/** Runs one command of the script; throws when it fails. */
export function ecosystem(command: 'start' | 'stop', ...services: string[]): void {
  const { status } = spawnSync('bash', [script, command, ...services], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`start_ecosystem.sh ${command} ended with ${status}`);
}

export function isRunning(): boolean {
  return spawnSync('bash', [script, 'status'], { stdio: 'ignore' }).status === 0;
}
