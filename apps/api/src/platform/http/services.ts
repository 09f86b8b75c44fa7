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

export interface HttpServices {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  authenticator: Authenticator;
  rateLimits: RateLimits;
  controllers: ControllerFactories;
  withinOrganization: WithinOrganization;
  keptAnswers: KeptAnswers;
  /** Writes down that somebody tried what their role does not allow. */
  recordDenial: (caller: Caller, missing: readonly string[]) => Promise<void>;
}

export function provideServices(app: Application, services: HttpServices): void {
  app.locals.services = services;
}

export const servicesOf = (request: Request): HttpServices => request.app.locals.services as HttpServices;
