// What the application says about its own time, through OpenTelemetry's API: without an exporter all of it does nothing.
// Attributes are names, codes and ids of ours. No exception is recorded: its message may quote a row.
import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

const TRACER = 'medspasync';

export const tracer = () => trace.getTracer(TRACER);

/** Undefined where nothing is traced. */
export function currentTraceId(): string | undefined {
  const span = trace.getActiveSpan();
  return span?.isRecording() ? span.spanContext().traceId : undefined;
}

/** W3C Trace Context of what runs now, for whoever goes on with it elsewhere. Undefined where nothing is traced. */
export function currentTraceparent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

const STATEMENTS = new Set([
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'WITH',
  'BEGIN',
  'START',
  'COMMIT',
  'ROLLBACK',
]);

/** Of a statement inside a trace; no more of it than its first word. Undefined outside. */
export function startStatementSpan(statement: unknown): Span | undefined {
  if (!trace.getActiveSpan()?.isRecording()) return undefined;
  const text = typeof statement === 'string' ? statement : (statement as { text?: string } | null)?.text;
  const verb = /^\s*(\w+)/.exec(text ?? '')?.[1]?.toUpperCase() ?? '';
  const operation = STATEMENTS.has(verb) ? verb : 'OTHER';
  const attributes = { 'db.system.name': 'postgresql', 'db.operation.name': operation };
  return tracer().startSpan(`postgresql ${operation}`, { kind: SpanKind.CLIENT, attributes });
}

/** Runs one attempt at a job as part of the trace of who enqueued it. */
export async function tracedJob(
  job: { name: string; id: string | undefined; attempt: number; traceparent: string | undefined },
  run: () => Promise<void>,
): Promise<void> {
  const parent = propagation.extract(context.active(), { traceparent: job.traceparent });
  const attributes = {
    'medspasync.job.name': job.name,
    'medspasync.job.attempt': job.attempt,
    ...(job.id === undefined ? {} : { 'medspasync.job.id': job.id }),
  };
  const span = tracer().startSpan(`job ${job.name}`, { kind: SpanKind.CONSUMER, attributes }, parent);
  try {
    await context.with(trace.setSpan(parent, span), run);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
    throw error;
  } finally {
    span.end();
  }
}
