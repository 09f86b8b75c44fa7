import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPublicAddress } from './public-address.ts';
import { sendWebhook } from './send-webhook.ts';
import { signedHeaders } from './webhook-signature.ts';
import { refusalOfUrl } from './webhook-url.ts';

let server: Server;
let connections = 0;
beforeAll(async () => {
  // Takes every connection and never answers.
  server = createServer(() => undefined).on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const port = () => (server.address() as AddressInfo).port;
const never = new AbortController().signal;
const message = (url: string) => ({ url, headers: {}, payload: '{}' });

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.168.1.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '64:ff9b::a00:1',
  'fc00::1',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'localhost',
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ['not a url', 'must be a URL'],
  ['https://hooks.glow.example/\r\nX-More: 1', 'must be a URL'],
  ['http://hooks.glow.example/', 'must start with https://'],
  ['file:///etc/passwd', 'must start with https://'],
  ['https://user:word@hooks.glow.example/', 'must not carry a name or a password'],
  ['https://hooks.glow.example/#part', 'must not have a part after #'],
  ['https://localhost/', 'must lead to the public internet'],
  ['https://printer.local/', 'must lead to the public internet'],
  ['https://metadata.google.internal/', 'must lead to the public internet'],
  ['https://database/', 'must lead to the public internet'],
  ['https://2130706433/', 'must lead to the public internet'],
  ['https://0x7f.1/', 'must lead to the public internet'],
  ['https://[::ffff:127.0.0.1]/', 'must lead to the public internet'],
])('outside development %s is refused: it %s', (url, refusal) => {
  expect(refusalOfUrl(url, { publicOnly: true })).toBe(refusal);
});

test('an https address of the public internet is taken', () => {
  expect(refusalOfUrl('https://hooks.glow.example:8443/in?a=1', { publicOnly: true })).toBeUndefined();
});

test.each([
  'localhost',
  '127.0.0.1',
])('outside development nothing connects to %s, whatever the URL was when it was taken', async (host) => {
  const before = connections;
  const rules = { publicOnly: true, timeoutMs: 5000 };
  const attempt = await sendWebhook(message(`https://${host}:${port()}/`), rules, never);
  expect(attempt).toEqual({ status: null, error: 'address_refused' });
  expect(connections).toBe(before);
});

test('an endpoint that does not answer in time has not accepted', async () => {
  const rules = { publicOnly: false, timeoutMs: 50 };
  const attempt = await sendWebhook(message(`http://127.0.0.1:${port()}/`), rules, never);
  expect(attempt).toEqual({ status: null, error: 'timeout' });
});

test('an attempt that a shutdown breaks off counts as none', async () => {
  const rules = { publicOnly: false, timeoutMs: 60_000 };
  const stop = AbortSignal.abort(new Error('the worker is shutting down'));
  const attempt = sendWebhook(message(`http://127.0.0.1:${port()}/`), rules, stop);
  await expect(attempt).rejects.toThrow('shutting down');
});

test('the signature is the one of the Standard Webhooks test vector', () => {
  const secret = Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64');
  const headers = signedHeaders(secret, {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    payload: '{"test": 2432232314}',
    at: new Date(1614265330 * 1000),
  });
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});
