// Who is given the sandbox sign-in.
import { isLoopback } from './sandbox-credentials.ts';

const request = (remoteAddress: string, host: string, headers = {}) =>
  ({ socket: { remoteAddress }, headers: { host, ...headers } }) as unknown as Parameters<
    typeof isLoopback
  >[0];

test.each([
  ['127.0.0.1', '127.0.0.1:3001'],
  ['::1', 'localhost:3001'],
  ['::ffff:127.0.0.1', 'localhost:3001'],
  ['::1', '[::1]:3001'],
])('a browser on this machine (%s asking %s) is', (address, host) => {
  expect(isLoopback(request(address, host))).toBe(true);
});

test('another machine is not', () => {
  expect(isLoopback(request('192.168.1.20', 'localhost:3001'))).toBe(false);
});

test('a page whose name was made to resolve to this machine is not', () => {
  expect(isLoopback(request('127.0.0.1', 'evil.test:3001'))).toBe(false);
});

test('a proxy on this machine, speaking for someone else, is not', () => {
  expect(isLoopback(request('127.0.0.1', 'localhost:3001', { 'x-forwarded-for': '203.0.113.9' }))).toBe(
    false,
  );
});
