// A server that does nothing, in a process of its own: what any answer costs on this machine at this moment. It tells its
// parent the port, and ends with it.
import { createServer } from 'node:http';

const ANSWER = JSON.stringify({ status: 'healthy' });

// As long as the API keeps them: a connection that is closed while a request is on its way fails the load.
const KEEP_IDLE_MS = 65_000;

const server = createServer({ keepAliveTimeout: KEEP_IDLE_MS }, (_request, response) => {
  response.setHeader('Content-Type', 'application/json; charset=utf-8').end(ANSWER);
});
server.listen(0, '127.0.0.1', () =>
  process.send?.(/** @type {import('node:net').AddressInfo} */ (server.address()).port),
);
process.once('disconnect', () => process.exit());
