// MODEL_THRESHOLD, where a body gives no threshold of its own.
import type { RequestHandler } from 'express';
import { servicesOf } from './services.ts';

/** For `@Middlewares(defaultThreshold, body(...))`, before the schema fills in its own default. */
export const defaultThreshold: RequestHandler = (request, _response, next) => {
  const given: unknown = request.body;
  if (typeof given === 'object' && given !== null && !Array.isArray(given) && !('threshold' in given))
    request.body = { ...given, threshold: servicesOf(request).config.model.threshold };
  next();
};
