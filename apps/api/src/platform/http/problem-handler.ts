// The one error handler: whatever was thrown becomes an RFC 9457 problem document, without anything it should not say.
import type { FieldError, ProblemWire } from '@medspasync/schemas';
import { ValidateError } from '@tsoa/runtime';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { PROBLEMS, Refusal } from '../errors/index.ts';
import { traceIdOf } from '../tracing/index.ts';
import { callerOf } from './authentication.ts';
import { crowdedJson } from './crowded-json.ts';
import { refusalOfForm } from './incoming-files.ts';
import { servicesOf } from './services.ts';

export const problemHandler: ErrorRequestHandler = async (error: unknown, request, response, _next) => {
  if (response.headersSent) {
    // Half of the answer is out: the cut connection says that the rest will not come.
    servicesOf(request).logger.error({ err: error, requestId: request.id }, 'answer broke off');
    response.destroy();
    return;
  }
  const refusal = refusalFrom(error);
  if (refusal.status >= 500)
    servicesOf(request).logger.error({ err: error, requestId: request.id }, 'request failed');
  await recordIfDenied(request, refusal);
  sendProblem(request, response, refusal);
};

/** Whoever is known and refused is in the audit log before they hear of it. Strangers are counted, not recorded. */
async function recordIfDenied(request: Request, { code, missing, status }: Refusal): Promise<void> {
  const caller = callerOf(request);
  if (!caller || !DENIALS.has(status)) return;
  const { logger, recordDenial } = servicesOf(request);
  try {
    await recordDenial(caller, { reason: code, missing });
  } catch (error) {
    logger.error({ err: error, requestId: request.id }, 'a denial could not be recorded');
  }
}

/** An API key where a person has to be signed in, and all that is forbidden. */
const DENIALS: ReadonlySet<number> = new Set([401, 403]);

/** As it is said on the wire. */
export const problemOf = (refusal: Refusal, requestId: string, traceId?: string): ProblemWire => ({
  type: 'about:blank',
  ...PROBLEMS[refusal.code],
  detail: refusal.detail,
  instance: `urn:uuid:${requestId}`,
  code: refusal.code,
  request_id: requestId,
  ...(traceId === undefined ? {} : { trace_id: traceId }),
  ...(refusal.errors ? { errors: refusal.errors } : {}),
  ...(refusal.violatedPolicies ? { 'violated-policies': refusal.violatedPolicies } : {}),
});

function sendProblem(request: Request, response: Response, refusal: Refusal): void {
  const problem = problemOf(refusal, String(request.id), traceIdOf(request));
  response
    .status(refusal.status)
    .set({ 'Cache-Control': 'no-store', ...refusal.headers })
    .set('Content-Type', 'application/problem+json; charset=utf-8')
    .end(JSON.stringify(problem));
}

/** Anything thrown, as a refusal. What we do not know is an internal error and keeps its reasons to itself. */
export function refusalFrom(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof ValidateError)
    return new Refusal('request.invalid', { errors: fieldErrors(error), cause: error });
  const ofForm = refusalOfForm(error);
  if (ofForm) return ofForm;
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.too.large') return new Refusal('request.too-large', { cause: error });
  if (type === 'json.crowded') return crowdedJson(error);
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return new Refusal('request.unsupported-type', { cause: error });
  if (type === 'entity.parse.failed')
    return new Refusal('request.malformed', { detail: 'The body is not valid JSON.', cause: error });
  // Express and body-parser mark what the caller did wrong, such as a bad percent-encoding or an aborted body.
  if (status === 400) return new Refusal('request.malformed', { cause: error });
  if (isUnstorableText(error))
    return new Refusal('request.invalid', {
      detail: 'The request has characters that cannot be stored, such as NUL.',
      cause: error,
    });
  if (isOutage(error))
    return new Refusal('service.unavailable', { headers: { 'Retry-After': '5' }, cause: error });
  return new Refusal('internal.error', { cause: error });
}

/** tsoa prefixes fields with the argument they came in; callers know them by their own name. */
const fieldErrors = (error: ValidateError): FieldError[] =>
  Object.entries(error.fields).map(([field, { message }]) => ({
    field: field.replace(/^(body|query|path|header)\./, ''),
    message,
  }));

/** NUL, or half of a surrogate pair: JSON may carry them, PostgreSQL's text may not. */
const isUnstorableText = (error: unknown): boolean =>
  ['22021', '22P05'].includes((error as { code?: string }).code ?? '');

/** Connection refused or lost, server shutting down or starting, no free connection in time. */
const OUTAGE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
]);

function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  return (
    OUTAGE_CODES.has(code ?? '') ||
    /^(Connection terminated|timeout exceeded when trying)/.test(error.message)
  );
}
