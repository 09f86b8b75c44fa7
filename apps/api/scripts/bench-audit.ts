// Behind `npm run bench -- audit`: an audit log of a given length on a PostgreSQL of its own, verified a few times over.
// Prints one line of JSON.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AnchorFiles, AuditRepository, AuditTrail, SYSTEM, verifyChain } from '../src/modules/audit/index.ts';
import { keyRing } from '../src/platform/crypto/index.ts';
import { migrate, openDatabase, startEmbeddedPostgres } from '../src/platform/database/index.ts';
import { createLogger } from '../src/platform/logging/index.ts';

/** Events recorded in one transaction while the log is made; what is measured is the reading. */
const BATCH_EVENTS = 1000;

const [events = 100_000, runs = 3] = process.argv.slice(2).map(Number);
const localDir = mkdtempSync(path.join(tmpdir(), 'medspasync-bench-'));
const server = await startEmbeddedPostgres({
  localDir,
  logger: createLogger({ level: 'warn', process: 'bench', toStandardError: true }),
});
try {
  await migrate(server.url, undefined);
  const database = await openDatabase({
    ownerUrl: server.url,
    poolSize: 2,
    applicationName: 'medspasync bench',
    entities: [],
  });
  const { withinOrganization } = database;
  const organizationId = randomUUID();
  const keys = keyRing([`${Buffer.alloc(32, 7).toString('base64url')}=`]);
  const repository = new AuditRepository();
  const trail = new AuditTrail(repository, keys);
  for (let recorded = 0; recorded < events; recorded += BATCH_EVENTS)
    await withinOrganization(organizationId, async () => {
      for (let turn = 0; turn < Math.min(BATCH_EVENTS, events - recorded); turn += 1)
        trail.record(SYSTEM, {
          action: 'results.read',
          subject: { kind: 'job', id: randomUUID() },
          detail: { page: turn, rows: 100 },
        });
    });
  const anchors = new AnchorFiles(path.join(localDir, 'anchors'), keys);
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    const { intact, events: checked } = await verifyChain(organizationId, {
      repository,
      anchors,
      keys,
      withinOrganization,
    });
    if (!intact || checked !== events) throw new Error('the log that was measured is not whole');
    seconds.push((performance.now() - startedAt) / 1000);
  }
  process.stdout.write(`${JSON.stringify({ events, seconds })}\n`);
  await database.close();
} finally {
  await server.stop();
  rmSync(localDir, { recursive: true });
}
