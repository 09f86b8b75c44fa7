// What middlewares and generated routes find on the Express application, set once by the composition root.
import type { Application, Request } from 'express';
import type { Config } from '../config/index.ts';
import type { WithinOrganization } from '../database/index.ts';
import type { Authenticator, Caller } from '../identity/index.ts';
import type { Logger } from '../logging/index.ts';
import type { Metrics } from '../metrics/index.ts';
import type { KeptAnswers } from './kept-answers.ts';
import type { RateLimits } from './rate-limits.ts';

/** A controller class and how to make one: tsoa keeps a status and headers on it, so each request gets its own. */
export type ControllerFactories = ReadonlyMap<object, () => object>;

export interface Denial {
  /** The code it was answered with. */
  reason: string;
  /** Permissions that would have been needed. */
  missing?: readonly string[] | undefined;
}

export interface HttpServices {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  authenticator: Authenticator;
  rateLimits: RateLimits;
  controllers: ControllerFactories;
  withinOrganization: WithinOrganization;
  keptAnswers: KeptAnswers;
  /** Writes down that somebody was refused, whatever becomes of the open transaction. */
  recordDenial: (caller: Caller, denial: Denial) => Promise<void>;
  /** Writes down, in the open transaction, that a kept answer is given again. */
  recordReplay: (
    asker: Pick<Caller, 'apiKeyId' | 'sessionId'> & { userId: string | null },
    operation: string,
  ) => void;
}

export function provideServices(app: Application, services: HttpServices): void {
  app.locals.services = services;
}

export const servicesOf = (request: Request): HttpServices => request.app.locals.services as HttpServices;
