// How many files may be read at once, as they come in or again from the store: each is on disk, and then in a thread's memory,
// while its request runs. One organization cannot take the places of all others.
import type { RequestHandler } from 'express';
import { Refusal } from '../errors/index.ts';
import { callerOf } from './authentication.ts';
import { operationFinder, type Paths } from './paths.ts';
import { servicesOf } from './services.ts';

/** Name of the limit in a 429 and in `rate_limited_total`. */
const POLICY = 'files-at-once';
/** A file of usual size is read in less. */
const RETRY_AFTER_SECONDS = 2;

interface ReadsFiles {
  requestBody?: { content?: Record<string, unknown> };
  /** A stored file is read again. */
  'x-reads-file'?: boolean;
}

const readsFile = (operation: ReadsFiles | undefined): boolean =>
  operation?.['x-reads-file'] === true ||
  operation?.requestBody?.content?.['multipart/form-data'] !== undefined;

/**
 * Comes after authentication, and before a file is looked at: what is refused is not written. A place is free again once the
 * answer is out, or the caller has gone.
 * @param paths of the OpenAPI document.
 * @throws Refusal 429 for an organization that has as many already, 503 where this process has; both with `Retry-After`.
 */
export function filesAtOnce(
  paths: Paths,
  { ofOrganization, ofProcess }: { ofOrganization: number; ofProcess: number },
): RequestHandler {
  const operationOf = operationFinder<ReadsFiles>(paths);
  const inHand = new Map<string, number>();
  let total = 0;
  return (request, response, next) => {
    const caller = callerOf(request);
    if (!caller || !readsFile(operationOf(request))) return next();
    // Who left while it was looked up who calls gets no answer, and would never give the place back.
    if (response.closed || response.destroyed) return;
    const { organizationId } = caller;
    const own = inHand.get(organizationId) ?? 0;
    const headers = { 'Retry-After': String(RETRY_AFTER_SECONDS) };
    if (own >= ofOrganization) {
      servicesOf(request).metrics.rateLimited.inc({ policy: POLICY });
      const detail = `${own} files of the organization are being read: try again in ${RETRY_AFTER_SECONDS} seconds.`;
      throw new Refusal('request.rate-limited', { detail, violatedPolicies: [POLICY], headers });
    }
    if (total >= ofProcess) {
      const detail = `Too many files are being read: try again in ${RETRY_AFTER_SECONDS} seconds.`;
      throw new Refusal('service.unavailable', { detail, headers });
    }
    inHand.set(organizationId, own + 1);
    total += 1;
    response.once('close', () => {
      const left = inHand.get(organizationId)! - 1;
      if (left === 0) inHand.delete(organizationId);
      else inHand.set(organizationId, left);
      total -= 1;
    });
    next();
  };
}
