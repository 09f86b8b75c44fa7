// Rate, errors and duration of requests by route template; and the page Prometheus reads them from.
import type { Request, RequestHandler } from 'express';
import { equalSecrets } from '../crypto/index.ts';
import { Refusal } from '../errors/index.ts';
import type { Metrics } from '../metrics/index.ts';
import { routeOf } from './request-log.ts';

export function requestMetrics(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const started = process.hrtime.bigint();
    metrics.requestsInFlight.inc();
    response.once('close', () => {
      metrics.requestsInFlight.dec();
      const labels = { method: request.method, route: routeOf(request), status: String(response.statusCode) };
      metrics.requests.inc(labels);
      metrics.requestSeconds.observe(labels, Number(process.hrtime.bigint() - started) / 1e9);
    });
    next();
  };
}

/** GET /metrics: open to this machine, to others with the token. */
export function metricsPage(metrics: Metrics, token: string | undefined): RequestHandler {
  return async (request, response) => {
    if (!fromThisMachine(request) && !carries(request, token)) throw new Refusal('auth.required');
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  };
}

/** A proxy on this machine also connects from loopback, but says for whom. */
function fromThisMachine(request: Request): boolean {
  const address = request.socket.remoteAddress ?? '';
  const isLoopback = address === '::1' || /^(::ffff:)?127\./.test(address);
  return isLoopback && request.get('x-forwarded-for') === undefined;
}

function carries(request: Request, token: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  return token !== undefined && given !== undefined && equalSecrets(given, token);
}
