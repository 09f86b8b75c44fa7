// Headers that tell browsers what not to do with an answer. The API itself serves nothing to render.
import type { RequestHandler } from 'express';
import helmet from 'helmet';

const NOTHING = {
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'none'"],
};

const withPolicy = (directives: Record<string, string[]>): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], ...NOTHING, ...directives },
    },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    referrerPolicy: { policy: 'no-referrer' },
  });

/** For JSON: answers are about patients, so nobody on the way may keep one. */
export const apiHeaders: RequestHandler[] = [
  withPolicy({}),
  (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  },
];

/** For the two documentation pages: their own scripts, the styles those insert, nothing from elsewhere. */
export const documentationHeaders: RequestHandler = withPolicy({
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
});
