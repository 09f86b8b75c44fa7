// `npm test` on a fresh clone: install what the tests need, then run every check.
import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './ecosystem/install.mjs';

await ensureInstalled();
const { status } = spawnSync(process.execPath, ['scripts/check.mjs', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
