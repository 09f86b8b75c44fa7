// A visitor's message: sent once, whatever becomes of it.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { sendContactMessage } from './contact-message.ts';

const MESSAGE = {
  name: 'Maria Santos',
  email: 'maria@glow.test',
  topic: 'demo',
  message: 'We run three locations.',
} as const;

async function sendTo(status: number, body: object, headers: Record<string, string> = {}) {
  let asked: { request: IncomingMessage; body: string } | undefined;
  const server = createServer(async (request, response) => {
    asked = { request, body: await text(request) };
    response.writeHead(status, headers).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const outcome = await sendContactMessage(`http://127.0.0.1:${port}`, MESSAGE, 'key-1');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return { outcome, asked: asked! };
}

test('a message goes out under its key, and is received', async () => {
  const { asked, outcome } = await sendTo(202, { message: 'Thank you.' });
  expect(outcome).toEqual({ kind: 'received' });
  expect([asked.request.method, asked.request.url]).toEqual(['POST', '/api/v1/contact']);
  expect(asked.request.headers).toMatchObject({ 'idempotency-key': 'key-1' });
  expect(JSON.parse(asked.body)).toEqual(MESSAGE);
});

test('every field that is refused is named with its reason', async () => {
  const errors = [
    { field: 'email', message: 'must be an e-mail address' },
    { field: 'message', message: 'must have at least 10 characters' },
  ];
  const { outcome } = await sendTo(422, { errors });
  expect(outcome).toEqual({
    kind: 'refused',
    fields: { email: 'must be an e-mail address', message: 'must have at least 10 characters' },
  });
});

test.each([
  [{ 'Retry-After': '601' }, 11],
  [{}, 60],
])('who has written too much is told for how many minutes: %j', async (headers, minutes) => {
  const { outcome } = await sendTo(429, {}, headers);
  expect(outcome).toEqual({ kind: 'too-many', minutes });
});

test('a failure of the server, and a server that is not there, leave it open', async () => {
  expect((await sendTo(500, { title: 'It broke' })).outcome).toEqual({ kind: 'failed' });
  expect(await sendContactMessage('http://127.0.0.1:1', MESSAGE, 'key-1')).toEqual({ kind: 'failed' });
});
