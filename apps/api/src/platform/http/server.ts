// The listening socket: says plainly why it cannot listen, and closes without cutting answers short.

import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { answerUnreadableRequests, refusingWithoutHost } from './unreadable-requests.ts';

/** Requests that take longer than this to finish are cut off at shutdown. */
const DRAIN_MS = 10_000;

/**
 * Longer than the minute balancers keep an idle connection for: who closes first must be who sends, or a request meets a
 * connection that is just being closed and gets no answer.
 */
const KEEP_IDLE_MS = 65_000;

export function createHttpServer(listener: RequestListener): Server {
  // Node would answer a request without a Host by itself, in words that are no problem document.
  const options = { keepAliveTimeout: KEEP_IDLE_MS, requireHostHeader: false };
  const server = createServer(options, refusingWithoutHost(listener));
  answerUnreadableRequests(server);
  return server;
}

/** @param variable that chooses the port. @throws naming both when it is taken. */
export function listen(server: Server, host: string, port: number, variable = 'API_PORT'): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken ? new Error(`Port ${port} is taken by another process; set ${variable} to a free one.`) : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

/** Takes no new connection, lets running requests finish for a while, then closes what is left. */
export async function closeHttpServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const abort = new AbortController();
  await Promise.race([closed, sleep(DRAIN_MS, undefined, { signal: abort.signal }).catch(() => undefined)]);
  abort.abort();
  server.closeAllConnections();
  await closed;
}
