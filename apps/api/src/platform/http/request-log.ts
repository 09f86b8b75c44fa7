// One line per request: id, route, status, time. Never the URL, whose query and unknown paths could carry anything.
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from '../logging/index.ts';
import { traceIdOf } from '../tracing/index.ts';

/** The template a request matched (`/reconcile/jobs/:job_id`), the same under both prefixes. */
export const routeOf = (request: Request): string =>
  (request.route as { path?: string } | undefined)?.path ?? 'unmatched';

export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId(_request, response) {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    // Health is asked every few seconds by everything around us.
    autoLogging: { ignore: (request) => /\/health(\/quick)?$/.test(request.url ?? '') },
    serializers: {
      req: ({ id, method }: { id: string; method: string }) => ({ id, method }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request',
    // The error handler has logged it, with what may be said of it.
    customErrorObject: (request, _response, _error, { responseTime }) => lineOf(request, responseTime),
    customSuccessObject: (request, _response, { responseTime }) => lineOf(request, responseTime),
  });
}

const lineOf = (request: unknown, durationMs: number) => ({
  route: routeOf(request as Request),
  durationMs,
  trace_id: traceIdOf(request as Request),
});
