// What no route took: a known address with the wrong method (405, naming the right ones), or nothing at all (404).
import type { RequestHandler } from 'express';
import { Refusal } from '../errors/index.ts';
import { type Paths, patternOf } from './paths.ts';

/** @param paths of the OpenAPI document: template → methods. */
export function unmatched(paths: Paths): RequestHandler {
  const routes = Object.entries(paths).map(([template, operations]) => ({
    pattern: patternOf(template),
    methods: Object.keys(operations).map((method) => method.toUpperCase()),
  }));
  return (request) => {
    const methods = routes
      .filter(({ pattern }) => pattern.test(request.path))
      .flatMap((route) => route.methods);
    if (methods.length === 0 || methods.includes(request.method)) throw new Refusal('route.unknown');
    throw new Refusal('route.method-not-allowed', { headers: { Allow: [...new Set(methods)].join(', ') } });
  };
}
