// Many files at once: they wait for each other, and nobody else waits for them.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { keyRing, PatientSeal } from '../../platform/crypto/index.ts';
import { startTestApp } from '../../testing/index.ts';
import { HeldRowsRepository } from './recognition/held-rows.repository.ts';

const CONNECTIONS = 4;

test('more files of one side than there are connections leave some to everybody else, and all are taken', async () => {
  const app = await startTestApp({ environment: { DB_POOL_SIZE: String(CONNECTIONS) } });
  try {
    const [busy, other] = [await app.createOrganization(), await app.createOrganization()];
    const held = new HeldRowsRepository(new PatientSeal(keyRing(app.platform.config.fernetKeys)));
    const release = new AbortController();
    const holding = app.platform.database.withinOrganization(busy.organizationId, async () => {
      await held.holdSide('reward');
      await once(release.signal, 'abort');
    });
    const sent = Array.from({ length: 2 * CONNECTIONS }, (_, index) =>
      app.http
        .post('/upload/reward-transactions')
        .set(busy.members.manager.authorization)
        .set('Idempotency-Key', randomUUID())
        .attach(
          'file',
          Buffer.from(`transaction_id,customer_name,amount,date\nR-${index},Ana Reyes,40,2026-03-02\n`),
          'rewards.csv',
        )
        .then(({ status }) => status),
    );
    // All that may are at the database by then.
    while (app.platform.database.poolCounts().in_use < CONNECTIONS - 1) await sleep(20);
    await sleep(500);
    await app.http.get('/uploads').set(other.members.viewer.authorization).expect(200);
    release.abort();
    await holding;
    expect(new Set(await Promise.all(sent))).toEqual(new Set([200]));
  } finally {
    await app.close();
  }
});
