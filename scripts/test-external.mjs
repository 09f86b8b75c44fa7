// `npm run test:external`: the API's tests and the stories on an external PostgreSQL 15 and Redis, the stories with two
// API processes behind a balancer and two workers. docs/guides/proofs.md describes it.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runApiTests } from './external/api-tests.mjs';
import { runStories } from './external/stories.mjs';
import { missingServers, startExternalServers } from './servers/external-servers.mjs';

const SUITES = new Map([
  ['api', { title: 'API tests', run: runApiTests }],
  ['stories', { title: 'stories: two API processes, two workers', run: runStories }],
]);

const { values } = parseArgs({ options: { only: { type: 'string' }, grep: { type: 'string' } } });
const suites = [...SUITES].filter(([name]) => values.only === undefined || values.only === name);
if (suites.length === 0) {
  console.error(`usage: npm run test:external [-- --only ${[...SUITES.keys()].join('|')}] [--grep WORDS]`);
  process.exit(2);
}
const missing = missingServers();
if (missing.length > 0) {
  console.error(
    `Nothing was tested. Missing on this machine:\n${missing.map((server) => `  ${server}`).join('\n')}`,
  );
  process.exit(2);
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'medspasync-external-'));
chmodSync(folder, 0o755); // PostgreSQL may run as another user and has to get through.
const servers = await startExternalServers(folder);
let failures = 0;
try {
  const lines = [];
  for (const [, { title, run }] of suites) {
    const { passed, failed, skipped } = await run(servers, folder, values.grep);
    failures += failed;
    lines.push(`| ${[title, passed, failed, skipped].join(' | ')} |`);
  }
  console.log(
    `\n${servers.versions}\n\n| | passed | failed | skipped |\n|---|---|---|---|\n${lines.join('\n')}`,
  );
} finally {
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
