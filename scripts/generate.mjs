// Makes every generated file in the order in which they depend on each other; `--check` fails when one is stale.
import { spawnSync } from 'node:child_process';

const check = process.argv.includes('--check') ? ['--check'] : [];

/** The API's document first: the client's types are made from it. */
const WORKSPACES = ['@medspasync/api', '@medspasync/api-client'];

let stale = 0;
for (const workspace of WORKSPACES) {
  const { status } = spawnSync('npm', ['run', '--silent', 'generate', '-w', workspace, '--', ...check], {
    stdio: 'inherit',
  });
  if (status !== 0) stale += 1;
}
if (stale > 0 && check.length > 0)
  console.error('Generated files are stale: run `npm run generate` and commit the result.');
process.exit(stale === 0 ? 0 : 1);
