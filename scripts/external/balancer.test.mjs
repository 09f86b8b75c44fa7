import { once } from 'node:events';
import http from 'node:http';
import { freePorts } from '../servers/free-ports.mjs';
import { startBalancer } from './balancer.mjs';

/** @type {http.Server[]} */
let servers;
/** @type {string} */
let url;
beforeEach(async () => {
  const [port = 0, ...targets] = await freePorts(3);
  servers = targets.map((target, index) =>
    http
      .createServer(async (request, response) => {
        let sent = '';
        for await (const chunk of request) sent += chunk;
        response.end(`${index}: ${sent}`);
      })
      .listen(target, '127.0.0.1'),
  );
  await Promise.all(servers.map((server) => once(server, 'listening')));
  servers.push(await startBalancer(port, targets));
  url = `http://127.0.0.1:${port}/`;
});
afterEach(async () => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

const ask = async () => (await fetch(url, { method: 'POST', body: 'a body' })).text();

test('requests go to all in turns', async () => {
  expect([await ask(), await ask(), await ask()]).toEqual(['0: a body', '1: a body', '0: a body']);
});

test('while one does not listen the other gets everything, whole', async () => {
  servers[0]?.close();
  expect([await ask(), await ask(), await ask()]).toEqual(['1: a body', '1: a body', '1: a body']);
});

test('where nobody listens the answer is 502', async () => {
  for (const server of servers.slice(0, 2)) server.close();
  expect((await fetch(url)).status).toBe(502);
});
