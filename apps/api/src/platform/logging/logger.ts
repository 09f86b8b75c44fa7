// Structured logs on standard output. What could carry patient data is never handed to them.
import { type DestinationStream, type Logger, pino } from 'pino';
import { currentTraceId } from '../tracing/index.ts';

export type { Logger };

/**
 * Names and codes of an error, never its values: database drivers put rows and parameters into
 * `detail`, `parameters` and sometimes the message.
 */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, table, constraint } = error as Error & Record<string, unknown>;
  const fromDatabase = 'query' in error || 'severity' in error;
  return {
    type: error.name,
    message: fromDatabase ? 'database error' : error.message,
    code,
    table,
    constraint,
    stack: fromDatabase ? framesOf(error) : error.stack,
    cause: error.cause === undefined ? undefined : safeError(error.cause),
  };
}

/** The frames of a stack without its first line, which repeats the message. */
const framesOf = (error: Error): string | undefined =>
  error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');

/**
 * @param options.toStandardError for a command whose standard output is its answer.
 * @param options.destination instead of either.
 */
export function createLogger(options: {
  level: string;
  process: string;
  toStandardError?: boolean;
  destination?: DestinationStream | undefined;
}): Logger {
  return pino(
    {
      level: options.level,
      base: { process: options.process, pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const traceId = currentTraceId();
        return traceId === undefined ? {} : { trace_id: traceId };
      },
      serializers: { err: safeError },
    },
    options.destination ?? pino.destination(options.toStandardError ? 2 : 1),
  );
}
