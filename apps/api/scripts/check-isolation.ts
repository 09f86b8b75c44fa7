// npm run check:isolation [-- --requests 100000]: random requests of eight organizations at once over two connections, on
// a database of its own. Prints what was sent and answered; fails when anybody saw anything of somebody else.
import { parseArgs } from 'node:util';
import { checkIsolation } from '../src/testing/isolation.ts';
import { startTestServer } from '../src/testing/test-server.ts';

const { values } = parseArgs({ options: { requests: { type: 'string', default: '100000' } } });

const stopTestServer = await startTestServer();
try {
  const { leaks, requests, statuses } = await checkIsolation({ requests: Number(values.requests) });
  const answers = Object.entries(statuses).map(([status, count]) =>
    status === '0' ? `cut off: ${count}` : `${status}: ${count}`,
  );
  console.log(`${requests} requests over a pool of 2, ${answers.join(', ')}`);
  for (const leak of leaks) console.error(leak);
  console.log(leaks.length === 0 ? 'no leak' : `${leaks.length} leaks`);
  if (leaks.length > 0) process.exitCode = 1;
} finally {
  await stopTestServer();
}
