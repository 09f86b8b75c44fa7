import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CreatedWebhookWire, WebhookDeliveryWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../platform/database/index.ts';
import {
  insert,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../testing/index.ts';

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
}

let app: TestApp;
let receiver: Server;
let received: Received[];
/** What the receiver answers next, the last one for good. */
let answers: number[];

beforeAll(async () => {
  app = await startTestApp({ withWorker: true, environment: { WEBHOOK_RETRY_SECONDS: '1' } });
  receiver = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({
        path: request.url ?? '',
        headers: request.headers,
        text: Buffer.concat(chunks).toString(),
      });
      const status = (answers.length > 1 ? answers.shift() : answers[0]) ?? 200;
      response.writeHead(status, { location: '/elsewhere' }).end('Ana Reyes was here');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await app.close();
});
beforeEach(() => {
  received = [];
  answers = [200];
});

const address = () => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

const asAdmin = ({ members }: TestOrganization) => members.admin.authorization;

async function endpointOf(spa: TestOrganization, change: object = {}): Promise<CreatedWebhookWire> {
  const wanted = { url: address(), events: ['job.completed', 'exception.opened'], ...change };
  const { body } = await app.http.post('/webhooks').set(asAdmin(spa)).send(wanted).expect(201);
  return body;
}

async function untilDelivery(
  spa: TestOrganization,
  webhookId: string,
  condition: (delivery: WebhookDeliveryWire) => boolean,
): Promise<WebhookDeliveryWire> {
  for (;;) {
    const { body } = await app.http.get(`/webhooks/${webhookId}/deliveries`).set(asAdmin(spa)).expect(200);
    const found = (body.deliveries as WebhookDeliveryWire[]).find(condition);
    if (found) return found;
    await sleep(20);
  }
}

const isOver = ({ status }: WebhookDeliveryWire): boolean => status !== 'pending';

async function test202(spa: TestOrganization, webhookId: string): Promise<WebhookDeliveryWire> {
  const { body } = await app.http.post(`/webhooks/${webhookId}/test`).set(asAdmin(spa)).expect(202);
  return body;
}

/** As a receiver would, after the specification. */
function expectSigned({ headers, text }: Received, secret: string): void {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`;
  const mac = createHmac('sha256', key).update(signed).digest('base64');
  expect(headers['webhook-signature']).toBe(`v1,${mac}`);
  expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(300);
}

const REQUEST = {
  reward_transactions: [
    { customer_name: 'Ana Reyes', amount: 40, date: '2026-03-01' },
    { customer_name: 'Bea Stone', amount: 75, date: '2026-03-02' },
  ],
  pos_transactions: [{ customer_name: 'Ana Reyes', amount: 40, date: '2026-03-01' }],
  threshold: 0.9,
};

test('a completed job and its exceptions are told, signed, in counts and ids and without a word of a patient', async () => {
  const spa = await app.createOrganization();
  const { secret, webhook_id } = await endpointOf(spa);
  const { jobId, rows } = await reconcileToEnd(app, spa, REQUEST);
  await untilDelivery(spa, webhook_id, (one) => one.type === 'job.completed' && one.status === 'delivered');
  await untilDelivery(spa, webhook_id, (one) => one.type === 'exception.opened' && isOver(one));

  for (const message of received) expectSigned(message, secret);
  const told = received.map(({ text }) => JSON.parse(text));
  const open = rows.filter(({ reason_codes }) => reason_codes.length > 0);
  expect(told.find(({ type }) => type === 'job.completed').data).toEqual({
    job_id: jobId,
    total_transactions: 3,
    matches_found: 1,
  });
  const { by_code, ...opened } = told.find(({ type }) => type === 'exception.opened').data;
  expect(opened).toEqual({
    job_id: jobId,
    exceptions: open.length,
    result_ids: open.map(({ result_id }) => result_id),
  });
  const codes = open.flatMap(({ reason_codes }) => reason_codes);
  expect(Object.keys(by_code).sort()).toEqual([...new Set(codes)].sort());
  expect(JSON.stringify(told)).not.toMatch(/Ana|Reyes|Bea|Stone/);
});

test('an endpoint hears only of what it is subscribed to, and one of another organization of nothing', async () => {
  const [spa, other] = [await app.createOrganization(), await app.createOrganization('Zen')];
  const { webhook_id } = await endpointOf(spa, { events: ['job.completed'] });
  const { webhook_id: foreign } = await endpointOf(other);
  await reconcileToEnd(app, spa, REQUEST);
  await untilDelivery(spa, webhook_id, isOver);
  expect(received.map(({ text }) => JSON.parse(text).type)).toEqual(['job.completed']);
  const { body } = await app.http.get(`/webhooks/${foreign}/deliveries`).set(asAdmin(other)).expect(200);
  expect(body.deliveries).toEqual([]);
});

test('what is not accepted is sent again, the same bytes under the same id, and the log says what happened', async () => {
  const spa = await app.createOrganization();
  const { secret, webhook_id } = await endpointOf(spa);
  answers = [503, 200];
  const { delivery_id } = await test202(spa, webhook_id);
  const waiting = await untilDelivery(spa, webhook_id, ({ attempts }) => attempts === 1);
  expect(waiting).toMatchObject({ status: 'pending', response_status: 503, error: 'answered_503' });
  const delivered = await untilDelivery(spa, webhook_id, isOver);
  expect(delivered).toMatchObject({ status: 'delivered', attempts: 2, response_status: 200, error: null });
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([delivery_id, delivery_id]);
  expect(received[0]!.text).toBe(received[1]!.text);
  for (const message of received) expectSigned(message, secret);
  const { body } = await app.http.get(`/webhooks/${webhook_id}`).set(asAdmin(spa)).expect(200);
  expect(body.failures_in_a_row).toBe(0);
});

test('a redirect is not followed', async () => {
  const spa = await app.createOrganization();
  const { webhook_id } = await endpointOf(spa);
  answers = [302, 200];
  await test202(spa, webhook_id);
  await untilDelivery(spa, webhook_id, isOver);
  expect(received.map(({ path }) => path)).toEqual(['/hook', '/hook']);
});

test('a message that was delivered can be sent again on request', async () => {
  const spa = await app.createOrganization();
  const { webhook_id } = await endpointOf(spa);
  const { delivery_id } = await test202(spa, webhook_id);
  await untilDelivery(spa, webhook_id, isOver);
  const again = `/webhooks/${webhook_id}/deliveries/${delivery_id}/redeliver`;
  await app.http.post(again).set(asAdmin(spa)).expect(202);
  await untilDelivery(spa, webhook_id, (one) => isOver(one) && one.attempts === 2);
  expect(received.map(({ headers }) => headers['webhook-id'])).toEqual([delivery_id, delivery_id]);
});

test('the secret is shown once, and the database holds it sealed', async () => {
  const spa = await app.createOrganization();
  const { secret, webhook_id } = await endpointOf(spa);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  const { body } = await app.http.get(`/webhooks/${webhook_id}`).set(asAdmin(spa)).expect(200);
  expect(JSON.stringify(body)).not.toContain(secret);
  const [row] = await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query('SELECT e::text AS text FROM webhook_endpoints e'),
  );
  expect(row.text).toContain(webhook_id);
  expect(row.text).not.toContain(secret.replace('whsec_', ''));
});

test('a request to add an endpoint that is sent twice under one key adds one', async () => {
  const spa = await app.createOrganization();
  const wanted = { url: address(), events: ['job.completed'] };
  const key = { ...asAdmin(spa), 'Idempotency-Key': randomUUID() };
  await app.http.post('/webhooks').set(key).send(wanted).expect(201);
  await app.http.post('/webhooks').set(key).send(wanted).expect(409);
  const { body } = await app.http.get('/webhooks').set(asAdmin(spa)).expect(200);
  expect(body.webhooks).toHaveLength(1);
});

test('what is rolled back is told to nobody', async () => {
  const spa = await app.createOrganization();
  const { webhook_id } = await endpointOf(spa);
  const { withinOrganization } = app.platform.database;
  const attempt = withinOrganization(spa.organizationId, async () => {
    await app.container.webhooks.announce('job.completed', async () => ({ job_id: randomUUID() }));
    throw new Error('no');
  });
  await expect(attempt).rejects.toThrow('no');
  const { body } = await app.http.get(`/webhooks/${webhook_id}/deliveries`).set(asAdmin(spa)).expect(200);
  expect(body.deliveries).toEqual([]);
});

test('a message that a crash kept from the queue is found by the sweep', async () => {
  const spa = await app.createOrganization();
  const { webhook_id } = await endpointOf(spa);
  await app.platform.database.withinOrganization(spa.organizationId, () =>
    insert('webhook_deliveries', {
      organization_id: spa.organizationId,
      id: randomUUID(),
      endpoint_id: webhook_id,
      type: 'job.completed',
      payload: '{}',
    }),
  );
  await app.container.webhooks.sweep.start();
  app.container.webhooks.sweep.stop();
  const delivery = await untilDelivery(spa, webhook_id, isOver);
  expect(delivery.status).toBe('delivered');
});

test('an endpoint that answers 410 is turned off, which is recorded, and is sent nothing until it is turned on', async () => {
  const spa = await app.createOrganization();
  const { webhook_id } = await endpointOf(spa);
  answers = [410];
  await test202(spa, webhook_id);
  expect(await untilDelivery(spa, webhook_id, isOver)).toMatchObject({ status: 'failed', attempts: 1 });
  const refused = await app.http.post(`/webhooks/${webhook_id}/test`).set(asAdmin(spa)).expect(409);
  expect(refused.body.code).toBe('webhook.disabled');
  const { body: log } = await app.http.get('/audit').set(asAdmin(spa)).expect(200);
  expect(log.events.map(({ action }: { action: string }) => action)).toContain('webhook.disabled');

  answers = [200];
  const on = { is_enabled: true };
  const { body } = await app.http.patch(`/webhooks/${webhook_id}`).set(asAdmin(spa)).send(on).expect(200);
  expect(body).toMatchObject({ is_enabled: true, failures_in_a_row: 0 });
  const { delivery_id } = await test202(spa, webhook_id);
  await untilDelivery(spa, webhook_id, (one) => one.delivery_id === delivery_id && isOver(one));
});

test('an outage of a day turns no endpoint off, however many messages it meets; three days do', async () => {
  const spa = await app.createOrganization();
  const { webhook_id } = await endpointOf(spa);
  const failingSince = (days: number) =>
    app.platform.database.withinOrganization(spa.organizationId, () =>
      currentEntityManager().query(
        `UPDATE webhook_endpoints SET failures_in_a_row = 500, failing_since = now() - make_interval(days => $1)`,
        [days],
      ),
    );
  await failingSince(1);
  answers = [500];
  await test202(spa, webhook_id);
  await untilDelivery(spa, webhook_id, ({ attempts }) => attempts === 1);
  const { body: still } = await app.http.get(`/webhooks/${webhook_id}`).set(asAdmin(spa)).expect(200);
  expect(still).toMatchObject({ is_enabled: true, failures_in_a_row: 501 });
  await failingSince(3);
  expect(await untilDelivery(spa, webhook_id, isOver)).toMatchObject({ status: 'failed', attempts: 2 });
  const { body: off } = await app.http.get(`/webhooks/${webhook_id}`).set(asAdmin(spa)).expect(200);
  expect(off.is_enabled).toBe(false);
});

test('an endpoint that was removed is not there any more, nor is its log', async () => {
  const spa = await app.createOrganization();
  const { webhook_id } = await endpointOf(spa);
  await app.http.delete(`/webhooks/${webhook_id}`).set(asAdmin(spa)).expect(204);
  await app.http.get(`/webhooks/${webhook_id}/deliveries`).set(asAdmin(spa)).expect(404);
});

test('no more than twenty endpoints are taken', async () => {
  const spa = await app.createOrganization();
  for (let count = 0; count < 20; count += 1) await endpointOf(spa);
  const wanted = { url: address(), events: ['job.completed'] };
  const { body } = await app.http.post('/webhooks').set(asAdmin(spa)).send(wanted).expect(409);
  expect(body.code).toBe('webhook.too_many');
});
