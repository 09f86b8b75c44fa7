// A request that is sent again under the same Idempotency-Key does nothing again and gets the same answer
// (draft-ietf-httpapi-idempotency-key-header). What it does and what it answers are one transaction.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Refusal } from '../errors/index.ts';
import { parseScopedToken } from '../identity/index.ts';
import type { AuthenticatedRequest } from './authentication.ts';
import { inFull } from './body.ts';
import type { Answer, AskedOnce } from './kept-answers.ts';
import { type HttpServices, servicesOf } from './services.ts';

const MAX_KEY_CHARACTERS = 255;

/**
 * For `@Middlewares(body(…), idempotent)` and `@Extension('x-idempotent', true)` on every POST with an effect, after the
 * middleware that refuses a bad body: a refused request keeps nothing and can be mended under the same key.
 */
export const idempotent = answeringOnce({ isKept: true });

/**
 * The same where the answer is a credential, which is shown once and kept nowhere: sent again, the request does nothing
 * again and is told so.
 */
export const idempotentUnkept = answeringOnce({ isKept: false });

function answeringOnce({ isKept }: { isKept: boolean }): RequestHandler {
  return async (request, response, next) => {
    const asked = askedOnce(request);
    if (!asked) return next();
    await answerOnce(request, response, next, { asked, isKept });
  };
}

export interface DoneOnce<T> {
  /** All that was sent, or a digest of it. */
  sent(): Promise<string>;
  work(): Promise<T>;
  /** What `again` needs. */
  idOf(done: T): string;
  /** Looks up what was done. */
  again(id: string): Promise<T>;
}

/**
 * The same for an answer that is too large to keep: the id of what was done is kept, and the answer is made from it again.
 * For controllers, with `@Extension('x-idempotent', true)`.
 */
export async function doneOnce<T>(
  request: AuthenticatedRequest,
  { again, idOf, sent, work }: DoneOnce<T>,
): Promise<T> {
  const asked = askedOnce(request);
  if (!asked) return work();
  const services = servicesOf(request);
  const { keptAnswers, withinOrganization } = services;
  const text = await sent();
  const { done, id } = await withinOrganization(asked.organizationId, async () => {
    const kept = await keptAnswer(services, asked, text);
    if (kept) return { id: kept.body };
    const done = await work();
    await keptAnswers.keep(asked, text, { status: 200, body: idOf(done) });
    return { done };
  });
  if (id === undefined) return done!;
  request.res!.set('Idempotency-Replayed', 'true');
  return again(id);
}

/** Does its writing once, and answers what it makes. */
export type WriteOnce<T> = (write: () => Promise<T>) => Promise<T>;

/**
 * The same for work that takes long before it writes: nothing of the database is held meanwhile. `work` writes within the
 * `writeOnce` it is given; of two that worked at once under one key, the second writes nothing and gets the answer of the first.
 * For controllers, with `@Extension('x-idempotent', true)`.
 */
export async function writtenOnce<T>(
  request: AuthenticatedRequest,
  work: (writeOnce: WriteOnce<T>) => Promise<T>,
): Promise<T> {
  const asked = askedOnce(request);
  if (!asked) return work((write) => write());
  const services = servicesOf(request);
  const { keptAnswers, withinOrganization } = services;
  const text = sentBy(request);
  const again = (kept: Answer): T => {
    request.res!.set('Idempotency-Replayed', 'true');
    return JSON.parse(kept.body) as T;
  };
  const find = () => keptAnswer(services, asked, text);
  const before = await withinOrganization(asked.organizationId, find);
  if (before) return again(before);
  return work((write) =>
    withinOrganization(asked.organizationId, async () => {
      const kept = await find();
      if (kept) return again(kept);
      const done = await write();
      await keptAnswers.keep(asked, text, { status: 200, body: JSON.stringify(done) });
      return done;
    }),
  );
}

interface Asked extends AskedOnce {
  organizationId: string;
  /** For the audit log. */
  asker: { userId: string | null; sessionId: string | null; apiKeyId: string | null };
}

/** The key a request carries. @throws Refusal for one that cannot be kept. */
export function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key !== undefined && (key === '' || key.length > MAX_KEY_CHARACTERS))
    throw new Refusal('request.invalid', {
      errors: [{ field: 'Idempotency-Key', message: `must have 1 to ${MAX_KEY_CHARACTERS} characters` }],
    });
  return key;
}

/** Undefined without a key, or where nobody is known who asks. @throws Refusal for a key that cannot be kept. */
function askedOnce(request: Request): Asked | undefined {
  const key = idempotencyKeyOf(request);
  const asker = askerOf(request);
  if (key === undefined || !asker) return undefined;
  return { ...asker, operation: `${request.method} ${pathOf(request)}`, key };
}

/** Of those who hold a token for people that are not signed in. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The caller; else whoever holds the token in the body, an invitation's or a reset's. */
function askerOf(request: Request): Pick<Asked, 'organizationId' | 'userId' | 'asker'> | undefined {
  const { user } = request as Partial<AuthenticatedRequest>;
  if (user) return { organizationId: user.organizationId, userId: user.userId, asker: user };
  const token = parseScopedToken(String(request.body?.token));
  const asker = { userId: null, sessionId: null, apiKeyId: null };
  return token && { organizationId: token.organizationId, userId: NOBODY, asker };
}

/** Takes the key until the open transaction ends. @throws Refusal while another has it, or when it stands for something else. */
async function keptAnswer(
  { keptAnswers, recordReplay }: Pick<HttpServices, 'keptAnswers' | 'recordReplay'>,
  asked: Asked,
  text: string,
): Promise<Answer | undefined> {
  if (!(await keptAnswers.take(asked))) throw new Refusal('idempotency.in-flight');
  const kept = await keptAnswers.find(asked);
  if (kept && !keptAnswers.isFingerprintOf(kept.fingerprint, text))
    throw new Refusal('idempotency.key-reused');
  if (kept) recordReplay(asked.asker, asked.operation);
  return kept;
}

async function answerOnce(
  request: Request,
  response: Response,
  next: NextFunction,
  { asked, isKept }: { asked: Asked; isKept: boolean },
): Promise<void> {
  const services = servicesOf(request);
  const { keptAnswers, withinOrganization } = services;
  const text = sentBy(request);
  const held = new HeldAnswer(response);
  try {
    await withinOrganization(asked.organizationId, async () => {
      const kept = await keptAnswer(services, asked, text);
      if (kept && !isKept) throw new Refusal('idempotency.credential-not-kept');
      if (kept) {
        response
          .set('Idempotency-Replayed', 'true')
          .status(kept.status)
          .type('application/json')
          .send(kept.body);
        return;
      }
      next();
      const answer = await held.answer;
      if (answer.status >= 400) throw NOTHING_DONE;
      await keptAnswers.keep(asked, text, isKept ? answer : { ...answer, body: '' });
    });
  } catch (error) {
    if (error !== NOTHING_DONE) {
      held.drop();
      throw error;
    }
  }
  held.release();
}

/** Rolls back what a refused request had begun; its answer is on the way already. */
const NOTHING_DONE = new Error('the request was refused');

/** What is asked is in the query as well as in the body. A request without a body has none to parse. */
function sentBy(request: Request): string {
  const body = JSON.stringify(inFull(request, request.body ?? null));
  const [, query] = request.originalUrl.split('?');
  return query ? `${query}\n${body}` : body;
}

/** Both prefixes are one address. */
const pathOf = ({ baseUrl, path }: Request): string => `${baseUrl}${path}`.replace(/^\/api\/v1(?=\/)/, '');

/** An answer that stays here until the transaction it tells of has been committed. */
class HeldAnswer {
  readonly answer: Promise<Answer>;
  readonly #end: Response['end'];
  #sent: Parameters<Response['end']> | undefined;

  constructor(private readonly response: Response) {
    this.#end = response.end.bind(response);
    this.answer = new Promise((resolve) => {
      response.end = ((...sent: Parameters<Response['end']>) => {
        this.#sent = sent;
        resolve({ status: response.statusCode, body: String(sent[0] ?? '') });
        return response;
      }) as Response['end'];
    });
  }

  /** What was held is sent. */
  release(): void {
    this.response.end = this.#end;
    if (this.#sent) this.#end(...this.#sent);
  }

  /** What was held is forgotten: the error handler answers instead. */
  drop(): void {
    this.response.end = this.#end;
    for (const name of this.response.getHeaderNames())
      if (/^content-|^etag$/.test(name)) this.response.removeHeader(name);
  }
}
