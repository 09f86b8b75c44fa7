export { type AuthenticatedRequest, authenticatedFirst } from './authentication.ts';
export { body, inFull } from './body.ts';
export { onlyJsonOrMultipart } from './content-type.ts';
export { defaultThreshold } from './default-threshold.ts';
export { documentation } from './documentation.ts';
export { filesAtOnce } from './files-at-once.ts';
export {
  doneOnce,
  idempotencyKeyOf,
  idempotent,
  idempotentUnkept,
  type WriteOnce,
  writtenOnce,
} from './idempotent.ts';
export { digestOfFile, incomingFiles, takesFile } from './incoming-files.ts';
export { jsonBody } from './json-body.ts';
export { KeptAnswers } from './kept-answers.ts';
export { knownQuery } from './known-query.ts';
export { largeBodies } from './large-bodies.ts';
export { OldAnswers } from './old-answers.ts';
export { crossOrigin, isAllowedOrigin, onlyAllowedOrigins } from './origins.ts';
export { problemHandler } from './problem-handler.ts';
export { rateLimited } from './rate-limited.ts';
export { createRateLimits } from './rate-limits.ts';
export { requestLog, routeOf } from './request-log.ts';
export { metricsPage, requestMetrics } from './request-metrics.ts';
export { apiHeaders } from './security-headers.ts';
export { closeHttpServer, createHttpServer, listen } from './server.ts';
export { type ControllerFactories, provideServices, servicesOf } from './services.ts';
export { sendFile, sendJson } from './streamed-answers.ts';
export { unmatched } from './unmatched.ts';
export { untilAnswered } from './until-answered.ts';
export { unusableFields } from './unusable-fields.ts';
export type { Uuid } from './uuid.ts';
export { serveMetrics } from './worker-metrics.ts';
