export { requestTrace, traceIdOf } from './request-trace.ts';
export { currentTraceId, currentTraceparent, startStatementSpan, tracedJob } from './spans.ts';
