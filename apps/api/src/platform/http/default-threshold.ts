// MODEL_THRESHOLD, where a body gives no threshold of its own.
import type { RequestHandler } from 'express';
import { servicesOf } from './services.ts';

/** For `@Middlewares(defaultThreshold, body(...))`, before the schema fills in its own default. */
export const defaultThreshold: RequestHandler = (request, _response, next) => {
  request.body = withThreshold(request.body, servicesOf(request).config.model.threshold);
  next();
};

/** `given`, with a threshold where it is an object without one. */
export const withThreshold = (given: unknown, threshold: number): unknown =>
  typeof given === 'object' && given !== null && !Array.isArray(given) && !('threshold' in given)
    ? { ...given, threshold }
    : given;
