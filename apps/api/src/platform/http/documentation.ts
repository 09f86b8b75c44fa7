// The API's own description: /openapi.json, Swagger UI at /docs, ReDoc at /redoc. All served from installed packages.
import { createRequire } from 'node:module';
import { type RequestHandler, Router } from 'express';
import swaggerUi from 'swagger-ui-express';
import { documentationHeaders } from './security-headers.ts';

const REDOC_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>MedSpaSync Pro API</title>
    <style>body { margin: 0 }</style>
  </head>
  <body>
    <redoc spec-url="/openapi.json"></redoc>
    <script src="/redoc/redoc.standalone.js"></script>
  </body>
</html>
`;

export function documentation(openapi: object): Router {
  const require = createRequire(import.meta.url);
  const redocBundle = require.resolve('redoc/bundles/redoc.standalone.js');
  const router = Router();
  const sendDocument: RequestHandler = (_request, response) => {
    response.json(openapi);
  };
  router.get('/openapi.json', sendDocument);
  router.use('/docs', documentationHeaders, swaggerUi.serve, swaggerUi.setup(openapi));
  router.get('/redoc', documentationHeaders, (_request, response) => {
    response.type('html').send(REDOC_PAGE);
  });
  router.get('/redoc/redoc.standalone.js', documentationHeaders, (_request, response) => {
    response.sendFile(redocBundle);
  });
  return router;
}
