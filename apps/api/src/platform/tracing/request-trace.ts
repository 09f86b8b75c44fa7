// A span per request, named by its route template and never by its address; goes on with the caller's trace.
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Request, RequestHandler } from 'express';
import { tracer } from './spans.ts';

const traceIds = new WeakMap<object, string>();

/** Undefined where nothing is traced. */
export const traceIdOf = (request: object): string | undefined => traceIds.get(request);

/** @param routeOf the template a request matched, once it has. */
export function requestTrace(routeOf: (request: Request) => string): RequestHandler {
  return (request, response, next) => {
    const { method } = request;
    const parent = propagation.extract(context.active(), { traceparent: request.get('traceparent') });
    const attributes = { 'http.request.method': method };
    const span = tracer().startSpan(method, { kind: SpanKind.SERVER, attributes }, parent);
    if (!span.isRecording()) {
      next();
      return;
    }
    traceIds.set(request, span.spanContext().traceId);
    response.once('close', () => {
      const route = routeOf(request);
      span.updateName(`${method} ${route}`);
      span.setAttributes({ 'http.route': route, 'http.response.status_code': response.statusCode });
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(trace.setSpan(parent, span), next);
  };
}
