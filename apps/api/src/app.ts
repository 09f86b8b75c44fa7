// The API from the first middleware to the error handler, in the order a request meets them.
import cookieParser from 'cookie-parser';
import express, { type Express, Router } from 'express';
import type { Container } from './container.ts';
import openapi from './generated/openapi.json' with { type: 'json' };
import { RegisterRoutes } from './generated/routes.ts';
import { keyRing, PatientSeal } from './platform/crypto/index.ts';
import { whateverBecomes } from './platform/database/index.ts';
import {
  apiHeaders,
  authenticatedFirst,
  createRateLimits,
  crossOrigin,
  documentation,
  filesAtOnce,
  incomingFiles,
  jsonBody,
  KeptAnswers,
  knownQuery,
  largeBodies,
  metricsPage,
  onlyJsonOrMultipart,
  problemHandler,
  provideServices,
  requestLog,
  requestMetrics,
  routeOf,
  unmatched,
} from './platform/http/index.ts';
import type { Platform } from './platform/platform.ts';
import { requestTrace } from './platform/tracing/index.ts';

export function createApp(platform: Platform, container: Container): Express {
  const { config, logger, metrics, authenticator } = platform;
  const { withinOrganization } = platform.database;
  const { audit, controllers } = container;
  const rateLimits = createRateLimits(platform.redis);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.http.trustedProxies);
  const keptAnswers = new KeptAnswers(new PatientSeal(keyRing(config.fernetKeys)));
  provideServices(app, {
    config,
    logger,
    metrics,
    authenticator,
    rateLimits,
    controllers,
    withinOrganization,
    keptAnswers,
    recordDenial: (caller, { missing, reason }) =>
      whateverBecomes(() =>
        withinOrganization(caller.organizationId, async () =>
          audit.record(caller, {
            action: 'access.denied',
            detail: { reason, ...(missing ? { missing: [...missing] } : {}) },
          }),
        ),
      ),
    recordReplay: (asker, operation) =>
      audit.record(asker, { action: 'answer.replayed', detail: { operation } }),
  });

  app.use(requestTrace(routeOf));
  app.use(requestLog(logger));
  app.use(requestMetrics(metrics));
  app.use(apiHeaders);
  app.use(crossOrigin(config.http.corsOrigins));
  app.get('/metrics', metricsPage(metrics, config.http.metricsToken));

  const api = Router();
  if (config.http.docsEnabled) api.use(documentation(openapi));
  api.use(authenticatedFirst(openapi.paths));
  api.use(cookieParser());
  api.use(knownQuery(openapi.paths));
  api.use(onlyJsonOrMultipart);
  api.use(jsonBody(openapi.paths, config.http.maxBodyBytes, largeBodies(container.bodyThread)));
  api.use(filesAtOnce(openapi.paths, config.http.filesAtOnce));
  RegisterRoutes(api, { multer: incomingFiles(config.http.incomingDir, config.http.maxUploadBytes) });
  app.use('/api/v1', api);
  app.use(api);

  app.use(unmatched(openapi.paths));
  app.use(problemHandler);
  return app;
}
