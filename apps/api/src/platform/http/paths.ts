// The paths of the OpenAPI document as patterns for `request.path`, with the version prefix or without.
import type { Request } from 'express';

/** Template → method → operation. */
export interface Paths {
  [template: string]: object;
}

/** `/jobs/{job_id}` → what matches `/jobs/…` and `/api/v1/jobs/…`. */
export const patternOf = (template: string): RegExp =>
  new RegExp(`^(?:/api/v1)?${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}/?$`, 'i');

/** Finds the operation that a request is for. As in the router, HEAD is answered by GET. */
export function operationFinder<Operation>(
  paths: Paths,
): (request: Pick<Request, 'method' | 'path'>) => Operation | undefined {
  const routes = Object.entries(paths).flatMap(([template, operations]) =>
    Object.entries(operations as Record<string, Operation>).map(([method, operation]) => ({
      pattern: patternOf(template),
      method: method.toUpperCase(),
      operation,
    })),
  );
  return ({ method, path }) => {
    const answeredBy = method === 'HEAD' ? 'GET' : method;
    return routes.find((route) => route.method === answeredBy && route.pattern.test(path))?.operation;
  };
}
