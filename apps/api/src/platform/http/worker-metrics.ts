// The metrics page of a worker: on this machine only, and nothing else is answered there.
import { createServer } from 'node:http';
import type { Metrics } from '../metrics/index.ts';
import { closeHttpServer, listen } from './server.ts';

/** @param port 0: any that is free. Rejects when it is taken. */
export async function serveMetrics(
  metrics: Pick<Metrics, 'registry'>,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.registry.metrics().then(
      (page) => response.writeHead(200, { 'Content-Type': metrics.registry.contentType }).end(page),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, '127.0.0.1', port, 'WORKER_METRICS_PORT');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () => closeHttpServer(server),
  };
}
