// Bytes that never become a request: sent by hand, for no client sends them.
import { connect } from 'node:net';
import { ProblemWire } from '@medspasync/schemas';
import { startTestApp, type TestApp } from '../../testing/index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** All that comes back until the connection ends. */
const answerTo = (bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
    });
    socket.once('error', reject).once('end', () => socket.end());
    socket.once('close', () => resolve(answer));
  });

const QUICK = 'GET /health/quick HTTP/1.1';

const withHeaders = (...lines: string[]): string =>
  ['POST /auth/login HTTP/1.1', 'Host: localhost', ...lines, '', ''].join('\r\n');

test.each([
  [431, 'request.headers-too-large', withHeaders(`X-Much: ${'a'.repeat(20_000)}`)],
  [400, 'request.malformed', `${withHeaders('Content-Length: 6', 'Transfer-Encoding: chunked')}0\r\n\r\n`],
  [400, 'request.malformed', `${withHeaders('Content-Length: 1', 'Content-Length: 2')}ab`],
  [400, 'request.malformed', withHeaders('Name : before the colon a space')],
  [
    413,
    'request.too-large',
    `${withHeaders('Content-Type: application/json', 'Transfer-Encoding: chunked')}2;${'x'.repeat(20_000)}\r\n{}\r\n`,
  ],
  [400, 'request.malformed', [QUICK, '', ''].join('\r\n')],
  [400, 'request.malformed', [QUICK, 'Host: one.test', 'Host: other.test', '', ''].join('\r\n')],
  [417, 'request.expectation-refused', withHeaders('Expect: wonders', 'Content-Length: 0')],
])('%i %s is a problem like every other, and ends the connection', async (status, code, bytes) => {
  const answer = await answerTo(bytes);
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain('Content-Type: application/problem+json; charset=utf-8');
  expect(head).toContain('Connection: close');
  expect(ProblemWire.parse(JSON.parse(body))).toMatchObject({ status, code });
});

test('HTTP/1.0 names no host, and is answered', async () => {
  expect(await answerTo('GET /health/quick HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /);
});

test('bytes that break off what was already answered get no second answer', async () => {
  const answer = await answerTo(
    `GET /health/quick HTTP/1.1\r\nHost: localhost\r\n\r\n${withHeaders('Content-Length: x')}`,
  );
  expect(answer).not.toContain('problem+json');
});
