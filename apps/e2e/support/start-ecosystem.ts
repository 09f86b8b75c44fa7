// Brings up what is not running, the way a newcomer does, and afterwards stops only what it brought up.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const script = path.join(root, 'scripts/start_ecosystem.sh');

function ecosystem(command: 'start' | 'stop' | 'status'): number {
  const { status } = spawnSync('bash', [script, command], {
    stdio: command === 'status' ? 'ignore' : 'inherit',
  });
  return status ?? 1;
}

export default function setup(): (() => void) | undefined {
  if (ecosystem('status') === 0) return undefined;
  if (ecosystem('start') !== 0) throw new Error('The services could not be started: see above.');
  return () => {
    ecosystem('stop');
  };
}
