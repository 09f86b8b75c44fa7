// A caller who leaves before the answer: nothing is written for nobody.
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { currentEntityManager } from '../../platform/database/index.ts';
import { app, file, get, HEADER, rowsIn, SARAH, send, setUpUploads, spa } from './testing/rewards-file.ts';

setUpUploads();

const BOUNDARY = 'glow';

/** A file goes up; who sends it can go away. */
function sending(content: Buffer) {
  const sent = request(`${app.url}/upload/reward-transactions`, {
    method: 'POST',
    headers: {
      ...spa.members.reviewer.authorization,
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
  });
  sent.on('error', () => undefined);
  sent.write(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="rewards.csv"\r\n\r\n`);
  sent.write(content);
  sent.end(`\r\n--${BOUNDARY}--\r\n`);
  return sent;
}

const within = <T>(work: () => Promise<T>): Promise<T> =>
  app.platform.database.withinOrganization(spa.organizationId, work);

const waitingForRows = async (): Promise<number> => {
  const [row] = await app.platform.database.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
  );
  return row!.n;
};

const requestsInFlight = async (): Promise<number> => {
  const { values } = await app.platform.metrics.requestsInFlight.get();
  return values.reduce((sum, { value }) => sum + value, 0);
};

test('whose file waits in line leaves nothing behind, and keeps nobody waiting', async () => {
  await within(async () => {
    await currentEntityManager().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `rows|${spa.organizationId}|reward`,
    ]);
    const sent = sending(file(HEADER, SARAH));
    while ((await waitingForRows()) === 0) await sleep(20);
    sent.destroy();
    while ((await requestsInFlight()) > 0) await sleep(20);
  });
  await send(file(HEADER, 'R-2,Ana Lee,,Botox,40,2024-01-16')).expect(200);
  expect(await rowsIn('transactions')).toBe(1);
  expect((await get('/uploads').expect(200)).body.total_returned).toBe(1);
});
