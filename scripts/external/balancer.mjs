// Deals requests out to several API processes in turns, as a balancer in front of them does: what one that does not listen
// would get goes to the next. Sockets all go to the last one: their first requests belong together, and most of what they
// tell happened at another.
import http from 'node:http';
import net from 'node:net';

const SOCKETS = '/socket.io/';

/** @param {number} port @param {readonly number[]} targets ports @returns {Promise<http.Server>} */
export async function startBalancer(port, targets) {
  let turn = 0;
  /** @param {string} [address] */
  const next = (address = '/') =>
    (address.startsWith(SOCKETS) ? targets.at(-1) : targets[turn++ % targets.length]) ?? 0;

  /** @param {http.IncomingMessage} request @param {http.ServerResponse} response @param {number} tries */
  function pass(request, response, tries) {
    const { method, url, headers } = request;
    const onward = http.request(
      { host: '127.0.0.1', port: next(url), method, path: url, headers, agent: false },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    response.once('close', () => onward.destroy());
    // Not before somebody listens: what was read of the body is not there for the next one.
    onward.once('socket', (socket) => socket.once('connect', () => request.pipe(onward)));
    onward.on('error', (error) => {
      const isDown = /** @type {NodeJS.ErrnoException} */ (error).code === 'ECONNREFUSED';
      if (isDown && tries > 1) pass(request, response, tries - 1);
      else if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    });
  }

  const server = http.createServer((request, response) => pass(request, response, targets.length));
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
