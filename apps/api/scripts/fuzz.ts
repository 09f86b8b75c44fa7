// npm run fuzz -w @medspasync/api -- [--requests 20000] [--seed 1]: generated requests against the whole API on a database
// of its own. Prints what was sent and answered; fails on a server error or an answer that is not documented.
import { parseArgs } from 'node:util';
import { fuzz } from '../src/testing/fuzz/fuzz.ts';
import { startTestApp } from '../src/testing/index.ts';
import { startTestServer } from '../src/testing/test-server.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});

const stopTestServer = await startTestServer();
const app = await startTestApp({ withWorker: true });
try {
  const { faults, requests, statuses } = await fuzz(app, {
    requests: Number(values.requests),
    seed: Number(values.seed),
  });
  const answers = Object.entries(statuses).map(([status, count]) => `${status}: ${count}`);
  console.log(`${requests} requests (seed ${values.seed}), answers by status: ${answers.join(', ')}`);
  for (const fault of faults) console.error(fault);
  console.log(faults.length === 0 ? 'no fault' : `${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await app.close();
  await stopTestServer();
}
