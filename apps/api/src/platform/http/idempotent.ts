// A request that is sent again under the same Idempotency-Key does nothing again and gets the same answer
// (draft-ietf-httpapi-idempotency-key-header). What it does and what it answers are one transaction.
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Refusal } from '../errors/index.ts';
import type { AuthenticatedRequest } from './authentication.ts';
import type { Answer, AskedOnce } from './kept-answers.ts';
import { servicesOf } from './services.ts';

const MAX_KEY_CHARACTERS = 255;

/**
 * For `@Middlewares(body(…), idempotent)` and `@Extension('x-idempotent', true)` on every POST with an effect, after the
 * middleware that refuses a bad body: a refused request keeps nothing and can be mended under the same key.
 */
export const idempotent: RequestHandler = async (request, response, next) => {
  const key = request.get('idempotency-key');
  if (key === undefined) return next();
  if (key === '' || key.length > MAX_KEY_CHARACTERS)
    throw new Refusal('request.invalid', {
      errors: [{ field: 'Idempotency-Key', message: `must have 1 to ${MAX_KEY_CHARACTERS} characters` }],
    });
  await answerOnce(request as AuthenticatedRequest, response, next, key);
};

async function answerOnce(
  request: AuthenticatedRequest,
  response: Response,
  next: NextFunction,
  key: string,
): Promise<void> {
  const { keptAnswers, withinOrganization } = servicesOf(request);
  const { organizationId, userId } = request.user;
  const asked: AskedOnce = { userId, operation: `${request.method} ${pathOf(request)}`, key };
  // A request without a body has none to parse.
  const text = JSON.stringify(request.body ?? null);
  const held = new HeldAnswer(response);
  try {
    await withinOrganization(organizationId, async () => {
      if (!(await keptAnswers.take(asked))) throw new Refusal('idempotency.in-flight');
      const kept = await keptAnswers.find(asked);
      if (kept) {
        if (!keptAnswers.isFingerprintOf(kept.fingerprint, text)) throw new Refusal('idempotency.key-reused');
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
      await keptAnswers.keep(asked, text, answer);
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
