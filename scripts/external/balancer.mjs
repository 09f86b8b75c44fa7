// Deals requests out to several API processes in turns, as a balancer in front of them does. Sockets all go to the last
// one: their first requests belong together, and most of what they tell happened at another.
import http from 'node:http';
import net from 'node:net';

const SOCKETS = '/socket.io/';

/** @param {number} port @param {readonly number[]} targets ports @returns {Promise<http.Server>} */
export async function startBalancer(port, targets) {
  let turn = 0;
  /** @param {string} [address] */
  const next = (address = '/') =>
    (address.startsWith(SOCKETS) ? targets.at(-1) : targets[turn++ % targets.length]) ?? 0;

  const server = http.createServer((request, response) => {
    const { method, url, headers } = request;
    const onward = http.request(
      { host: '127.0.0.1', port: next(url), method, path: url, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on('upgrade', (request, socket, head) => {
    const onward = net.connect(next(request.url), '127.0.0.1', () => {
      const lines = request.rawHeaders.flatMap((name, index, all) =>
        index % 2 ? [] : [`${name}: ${all[index + 1]}`],
      );
      onward.write([`${request.method} ${request.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    for (const side of [socket, onward])
      side.on('error', () => [socket, onward].map((each) => each.destroy()));
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  return server;
}
